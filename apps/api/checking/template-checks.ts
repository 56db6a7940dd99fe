import type { Diagnostic } from '#contracts';
import type { SecretBox } from '#entities';
import {
  changedImmutables,
  countResources,
  exactJsonText,
  isWritten,
  parseExactJson,
  prepareStackInSlices,
  runToEnd,
  shownParameters,
} from '#template';
import type { ExactJson, ExactObject, PreparedStack, Sliced, StackRequest, TypeCatalogue } from '#template';
import { invalidRequest } from '../problems/problem';
import type { ProblemFacts } from '../problems/problem';
import { checkDto } from '../requests/check-dto';
import type { DtoClass } from '../requests/check-dto';
import { readObject } from '../requests/read-body';
import type { Wrapper } from '../requests/read-body';
import { findNul } from '../requests/read-json';
import type { Verdict } from '../requests/read-json';
import { ANSWER_ONLY, CreateStackDto } from '../stacks/dto/create-stack.dto';
import { PatchStackDto, ReplaceStackDto } from '../stacks/dto/update-stack.dto';
import { validationView } from '../templates/validation-view';
import { DefinitionDto } from './dto/definition.dto';
import { mergeDefinition, unknownToClear, unmasked } from './merge-definition';
import type { StoredDefinition } from './merge-definition';
import type {
  CheckedDefinition,
  CheckedStack,
  CheckedUpdate,
  CreateQuestion,
  SealedDefinition,
  UpdateQuestion,
  ValidateQuestion,
} from './template-checker';
import { faultOverQuota, limitsOf, sizeOverQuota, treeOverQuota } from './template-quotas';
import type { TemplateQuotas } from './template-quotas';

const NO_STACK = '00000000-0000-0000-0000-000000000000';

/** The checks themselves, from a body's bytes to a verdict. They wait for nothing, so they run on any thread. */
export class TemplateChecks {
  constructor(
    private readonly types: TypeCatalogue,
    private readonly secrets: SecretBox,
  ) {}

  create(question: CreateQuestion): Verdict<CheckedStack> {
    return runToEnd(this.createInSlices(question));
  }

  update(question: UpdateQuestion): Verdict<CheckedUpdate> {
    return runToEnd(this.updateInSlices(question));
  }

  validate(question: ValidateQuestion): Verdict<string> {
    return runToEnd(this.validateInSlices(question));
  }

  /** As `create`, in slices of some milliseconds. */
  *createInSlices(question: CreateQuestion): Sliced<Verdict<CheckedStack>> {
    const { body } = question;
    const read = readDto(CreateStackDto, body, { name: 'stack', answerOnly: ANSWER_ONLY });
    if (!read.ok) return read;
    const dto = read.value;
    const large = sizeOverQuota(dto.template, body, question);
    if (large) return refused(large);
    if (dto.adopt_stack_data) return refused({ code: 'not-implemented', detail: 'Kiln cannot adopt stacks yet' });
    const prepared = yield* this.prepare(requestOf(dto), { ...question, stackName: dto.stack_name });
    return prepared.ok ? { ok: true, value: this.toStore(dto, prepared.value) } : prepared;
  }

  /** As `update`, in slices of some milliseconds. */
  *updateInSlices(question: UpdateQuestion): Sliced<Verdict<CheckedUpdate>> {
    const { body, method, current } = question;
    const dtoClass = method === 'PUT' ? ReplaceStackDto : PatchStackDto;
    const read = readDto<ReplaceStackDto & PatchStackDto>(dtoClass, body, { name: 'stack', answerOnly: ANSWER_ONLY });
    if (!read.ok) return read;
    const dto = read.value;
    const refusal = refusalOf(dto, question) ?? sizeOverQuota(dto.template, body, question);
    if (refusal) return refused(refusal);
    const stored = this.open(current);
    const request = method === 'PUT' ? replaced(dto, stored) : mergeDefinition(stored, dto);
    const prepared = yield* this.prepare(request, question);
    if (!prepared.ok) return prepared;
    const faults = yield* this.faultsOfChange(prepared.value, dto, question, stored);
    if (faults.length > 0) return refused(invalidRequest(faults));
    return { ok: true, value: { ...this.definition(prepared.value, request), ...settingsOf(dto) } };
  }

  /** What is wrong with a change though nothing is with what the stack is to be. */
  private *faultsOfChange(
    after: PreparedStack,
    dto: PatchStackDto,
    { stackName, stackId, project }: UpdateQuestion,
    stored: StoredDefinition,
  ): Sliced<Diagnostic[]> {
    const unknown = unknownToClear(dto.clear_parameters ?? [], [...after.parameters.keys()]);
    if (![...after.parameters.values()].some(({ immutable }) => immutable)) return unknown;
    const pseudo = { stackName, stackId, projectId: project };
    const before = yield* prepareStackInSlices(stored, { types: this.types, pseudo });
    // What is not read any more, by other types perhaps, has nothing to be compared with.
    if (!before.ok) return unknown;
    const detail = 'the parameter is immutable: its value cannot change after the stack is made';
    const changed = changedImmutables(before.value, after).map((name) => ({ path: `/parameters/${name}`, detail }));
    return [...unknown, ...changed];
  }

  /** The stack that a request asks for, where nothing is wrong with it. */
  private *prepare(request: StackRequest, target: Target): Sliced<Verdict<PreparedStack>> {
    const pseudo = { stackName: target.stackName, stackId: target.stackId, projectId: target.project };
    const options = { types: this.types, pseudo, limits: limitsOf(target), canAdopt: false, notYet: 'fault' as const };
    const prepared = yield* prepareStackInSlices(request, options);
    if (!prepared.ok) {
      return refused(faultOverQuota(prepared.diagnostics, target) ?? invalidRequest(prepared.diagnostics));
    }
    const many = treeOverQuota(countResources(prepared.value), target);
    if (many) return refused(many);
    // A template of YAML may hold what its JSON text did not show.
    const nul = findNul(prepared.value.template, '/template');
    return nul ? refused(invalidRequest([nul])) : { ok: true, value: prepared.value };
  }

  /** As `validate`, in slices of some milliseconds. */
  *validateInSlices({ body, project }: ValidateQuestion): Sliced<Verdict<string>> {
    const read = readDto(DefinitionDto, body, { name: '', answerOnly: [] });
    if (!read.ok) return read;
    const pseudo = { stackName: 'validated', stackId: NO_STACK, projectId: project };
    const lenient = { requireParameters: false, acceptUnavailable: true, notYet: 'warning' as const };
    const options = { types: this.types, pseudo, canAdopt: false, ...lenient };
    const prepared = yield* prepareStackInSlices(requestOf(read.value), options);
    if (!prepared.ok) return refused(invalidRequest(prepared.diagnostics));
    return { ok: true, value: exactJsonText(validationView(prepared.value, prepared.warnings)) };
  }

  private open({ template, files, environment, parameters }: SealedDefinition): StoredDefinition {
    const open = (sealed: Uint8Array): ExactObject =>
      parseExactJson(this.secrets.openText(Buffer.from(sealed))) as ExactObject;
    return {
      template: open(template),
      files: open(files),
      environment: open(environment),
      parameters: open(parameters),
    };
  }

  private toStore(dto: CreateStackDto, stack: PreparedStack): CheckedStack {
    return {
      ...this.definition(stack, requestOf(dto)),
      name: dto.stack_name,
      timeoutMins: dto.timeout_mins ?? null,
      disableRollback: dto.disable_rollback ?? true,
      tags: dto.tags ?? [],
    };
  }

  private definition(stack: PreparedStack, { files, parameters }: StackRequest): CheckedDefinition {
    return {
      description: stack.description,
      shownParameters: exactJsonText(shownParameters(stack)),
      sealedTemplate: this.sealExactly(stack.template),
      sealedFiles: this.sealExactly({ ...files }),
      sealedEnvironment: this.sealExactly(stack.environment),
      sealedParameters: this.sealExactly({ ...parameters }),
    };
  }

  /** With every number as the user wrote it. */
  private sealExactly(value: ExactJson): Buffer {
    return this.secrets.sealText(exactJsonText(value));
  }
}

/** Which stack a definition is for. */
type Target = Pick<UpdateQuestion, 'stackName' | 'stackId' | 'project'> & TemplateQuotas;

function refusalOf(dto: ReplaceStackDto, { stackName }: UpdateQuestion): ProblemFacts | undefined {
  if (dto.converge === true) return { code: 'not-implemented', detail: 'Kiln cannot converge stacks yet' };
  if (dto.stack_name === undefined || dto.stack_name === stackName) return undefined;
  const detail = `a stack keeps its name: leave stack_name out, or send "${stackName}"`;
  return invalidRequest([{ path: '/stack_name', detail }]);
}

/** What an answer showed masked, and was sent back so, is as it was. */
function replaced(dto: ReplaceStackDto, stored: StoredDefinition): StackRequest {
  const request = requestOf(dto);
  return dto.parameters ? { ...request, parameters: unmasked(dto.parameters, stored.parameters) } : request;
}

function settingsOf(dto: ReplaceStackDto): Pick<CheckedUpdate, 'timeoutMins' | 'disableRollback' | 'tags'> {
  return {
    ...(dto.timeout_mins ? { timeoutMins: dto.timeout_mins } : {}),
    ...(typeof dto.disable_rollback === 'boolean' ? { disableRollback: dto.disable_rollback } : {}),
    ...(dto.tags ? { tags: dto.tags } : {}),
  };
}

function refused(problem: ProblemFacts): Verdict<never> {
  return { ok: false, problem };
}

function readDto<T extends object>(dto: DtoClass<T>, body: Uint8Array | undefined, wrapper: Wrapper): Verdict<T> {
  const read = readObject(body, wrapper);
  if (!read.ok) return read;
  const checked = checkDto(dto, objectOfPlain(read.value), { member: 'key', path: '' });
  return checked.ok ? checked : refused(invalidRequest(checked.errors));
}

/** Only inside of its members does it matter how a number is written: `60.0` minutes are 60. */
function objectOfPlain(body: ExactObject): object {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, isWritten(value) ? value.value : value]));
}

function requestOf(dto: DefinitionDto): StackRequest {
  return {
    template: dto.template,
    ...(dto.files ? { files: dto.files } : {}),
    ...(dto.environment ? { environment: dto.environment } : {}),
    ...(dto.environment_files ? { environmentFiles: dto.environment_files } : {}),
    ...(dto.parameters ? { parameters: dto.parameters } : {}),
  };
}

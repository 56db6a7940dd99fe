import type { SecretBox } from '#entities';
import { countResources, prepareStackInSlices, runToEnd, shownParameters } from '#template';
import type { PreparedStack, Sliced, StackRequest, TypeCatalogue } from '#template';
import { invalidRequest } from '../problems/problem';
import { checkDto } from '../requests/check-dto';
import type { DtoClass } from '../requests/check-dto';
import { findNul, readJson } from '../requests/read-json';
import type { Verdict } from '../requests/read-json';
import { isObject, unwrap } from '../requests/unwrap';
import { ANSWER_ONLY, CreateStackDto } from '../stacks/dto/create-stack.dto';
import { validationView } from '../templates/validation-view';
import { DefinitionDto } from './dto/definition.dto';
import { faultOverQuota, limitsOf, sizeOverQuota, treeOverQuota } from './template-quotas';
import type { CheckedStack, CreateQuestion, ValidateQuestion } from './template-checker';

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

  validate(question: ValidateQuestion): Verdict<string> {
    return runToEnd(this.validateInSlices(question));
  }

  /** As `create`, in slices of some milliseconds. */
  *createInSlices(question: CreateQuestion): Sliced<Verdict<CheckedStack>> {
    const { body, stackId, project } = question;
    const read = readDto(CreateStackDto, body, { name: 'stack', answerOnly: ANSWER_ONLY });
    if (!read.ok) return read;
    const dto = read.value;
    const large = sizeOverQuota(dto.template, body, question);
    if (large) return refused(large);
    if (dto.adopt_stack_data) return refused({ code: 'not-implemented', detail: 'Kiln cannot adopt stacks yet' });
    const pseudo = { stackName: dto.stack_name, stackId, projectId: project };
    const limits = limitsOf(question);
    const options = { types: this.types, pseudo, limits, canAdopt: false, notYet: 'fault' as const };
    const prepared = yield* prepareStackInSlices(requestOf(dto), options);
    if (!prepared.ok)
      return refused(faultOverQuota(prepared.diagnostics, question) ?? invalidRequest(prepared.diagnostics));
    const stack = prepared.value;
    const many = treeOverQuota(countResources(stack), question);
    if (many) return refused(many);
    // A template of YAML may hold what its JSON text did not show.
    const nul = findNul(stack.template, '/template');
    return nul ? refused(invalidRequest([nul])) : { ok: true, value: this.toStore(dto, stack) };
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
    return { ok: true, value: JSON.stringify(validationView(prepared.value, prepared.warnings)) };
  }

  private toStore(dto: CreateStackDto, stack: PreparedStack): CheckedStack {
    return {
      name: dto.stack_name,
      description: stack.description,
      timeoutMins: dto.timeout_mins ?? null,
      disableRollback: dto.disable_rollback ?? true,
      tags: dto.tags ?? [],
      shownParameters: JSON.stringify(shownParameters(stack)),
      sealedTemplate: this.secrets.seal(stack.template),
      sealedFiles: this.secrets.seal(dto.files ?? {}),
      sealedEnvironment: this.secrets.seal(stack.environment),
      sealedParameters: this.secrets.seal(dto.parameters ?? {}),
    };
  }
}

function refused(problem: Extract<Verdict<never>, { ok: false }>['problem']): Verdict<never> {
  return { ok: false, problem };
}

function readDto<T extends object>(
  dto: DtoClass<T>,
  body: Uint8Array | undefined,
  wrapper: { name: string; answerOnly: readonly string[] },
): Verdict<T> {
  const read = readJson(body);
  if (!read.ok) return read;
  const plain = isObject(read.value) ? unwrap(read.value, wrapper.name, wrapper.answerOnly) : read.value;
  if (!isObject(plain)) return refused(invalidRequest([{ path: '', detail: 'the body must be a JSON object' }]));
  const checked = checkDto(dto, plain, { member: 'key', path: '' });
  return checked.ok ? checked : refused(invalidRequest(checked.errors));
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

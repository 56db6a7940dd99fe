import type { Diagnostic } from '#contracts';
import type { SecretBox } from '#entities';
import { changedImmutables, countResources, hiddenByDefinition, prepareStackInSlices } from '#template';
import type { PreparedStack, Sliced, StackRequest, TypeCatalogue } from '#template';
import { invalidRequest } from '../problems/problem';
import type { ProblemFacts } from '../problems/problem';
import { findNul } from '../requests/read-json';
import type { Verdict } from '../requests/read-json';
import { ANSWER_ONLY, CreateStackDto } from '../stacks/dto/create-stack.dto';
import { PatchStackDto, ReplaceStackDto } from '../stacks/dto/update-stack.dto';
import { mergeDefinition, unknownToClear, unmaskedDefinition } from './merge-definition';
import type { StoredDefinition } from './merge-definition';
import { openDefinition } from './open-definition';
import { readDto, refused, requestOf } from './read-definition';
import type { CreateQuestion, UpdateQuestion } from './template-checker';
import { faultOverQuota, limitsOf, sizeOverQuota, treeOverQuota } from './template-quotas';
import type { TemplateQuotas } from './template-quotas';

export interface CheckedCreation {
  readonly dto: CreateStackDto;
  readonly stack: PreparedStack;
}

export interface CheckedChange {
  readonly dto: ReplaceStackDto & PatchStackDto;
  readonly request: StackRequest;
  readonly stack: PreparedStack;
  /** What the stack was made from until now. */
  readonly stored: StoredDefinition;
  /** The parts of the body in which something masked was put back. */
  readonly unmasked: ReadonlySet<UnmaskedPart>;
}

export type UnmaskedPart = 'template' | 'environment' | 'files' | 'parameters';

const PARTS: readonly UnmaskedPart[] = ['template', 'environment', 'files', 'parameters'];

/** Checks what a stack is to be made from, in slices of some milliseconds. */
export class DefinitionChecks {
  constructor(
    private readonly types: TypeCatalogue,
    private readonly secrets: SecretBox,
  ) {}

  *create(question: CreateQuestion): Sliced<Verdict<CheckedCreation>> {
    const { body } = question;
    const read = readDto(CreateStackDto, body, { name: 'stack', answerOnly: ANSWER_ONLY });
    if (!read.ok) return read;
    const dto = read.value;
    const large = sizeOverQuota(dto.template, body, question);
    if (large) return refused(large);
    if (dto.adopt_stack_data) return refused({ code: 'not-implemented', detail: 'Kiln cannot adopt stacks yet' });
    const prepared = yield* this.prepare(requestOf(dto), { ...question, stackName: dto.stack_name });
    return prepared.ok ? { ok: true, value: { dto, stack: prepared.value } } : prepared;
  }

  *update(question: UpdateQuestion): Sliced<Verdict<CheckedChange>> {
    const { body, method, current } = question;
    const dtoClass = method === 'PUT' ? ReplaceStackDto : PatchStackDto;
    const read = readDto<ReplaceStackDto & PatchStackDto>(dtoClass, body, { name: 'stack', answerOnly: ANSWER_ONLY });
    if (!read.ok) return read;
    const dto = read.value;
    const refusal = refusalOf(dto, question) ?? sizeOverQuota(dto.template, body, question);
    if (refusal) return refused(refusal);
    const stored = openDefinition(current, this.secrets);
    const given = unmaskedDefinition(dto, stored);
    const unmasked = new Set(PARTS.filter((part) => given[part] !== dto[part]));
    if (unmasked.size > 0 && question.mayUnmask === false) return refused(MASKED);
    const request = method === 'PUT' ? requestOf(given) : mergeDefinition(stored, given);
    const prepared = yield* this.prepare(request, question);
    if (!prepared.ok) return yield* this.discreetly(prepared, request, { question, stored });
    const stack = prepared.value;
    const faults = yield* this.faultsOfChange(stack, dto, question, stored);
    if (faults.length > 0) return refused(invalidRequest(faults));
    return { ok: true, value: { dto, request, stack, stored, unmasked } };
  }

  /** What is wrong, without the values of what was hidden until now: the request may have put these back, or left them. */
  private *discreetly(
    refusal: Refusal,
    request: StackRequest,
    { question, stored }: { question: UpdateQuestion; stored: StoredDefinition },
  ): Sliced<Refusal> {
    const secret = yield* hiddenByDefinition(stored);
    if (secret.size === 0) return refusal;
    const prepared = yield* this.prepare(request, question, secret);
    return prepared.ok ? refusal : prepared;
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
  private *prepare(
    request: StackRequest,
    target: Target,
    secret: ReadonlySet<string> = new Set(),
  ): Sliced<Verdict<PreparedStack>> {
    const pseudo = { stackName: target.stackName, stackId: target.stackId, projectId: target.project };
    const rules = { limits: limitsOf(target), canAdopt: false, notYet: 'fault' as const };
    const options = { types: this.types, pseudo, secret, ...rules };
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
}

/** Whoever only reads could ask of a hidden value, by templates that compare it, what it is. */
const MASKED: ProblemFacts = {
  code: 'not-allowed',
  detail: 'values that are sent back masked stay as they are only for the role member: send values of your own',
};

type Refusal = Extract<Verdict<never>, { ok: false }>;

/** Which stack a definition is for. */
type Target = Pick<UpdateQuestion, 'stackName' | 'stackId' | 'project'> & TemplateQuotas;

function refusalOf(dto: ReplaceStackDto, { stackName }: UpdateQuestion): ProblemFacts | undefined {
  if (dto.converge === true) return { code: 'not-implemented', detail: 'Kiln cannot converge stacks yet' };
  if (dto.stack_name === undefined || dto.stack_name === stackName) return undefined;
  const detail = `a stack keeps its name: leave stack_name out, or send "${stackName}"`;
  return invalidRequest([{ path: '/stack_name', detail }]);
}

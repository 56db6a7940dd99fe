import type { SecretBox } from '#entities';
import type { TypeRegistry } from '#resources';
import {
  exactJsonText,
  prepareStackInSlices,
  runToEnd,
  shownEnvironment,
  shownFiles,
  shownParameters,
} from '#template';
import type { ExactJson, PreparedStack, Sliced, StackRequest } from '#template';
import { invalidRequest } from '../problems/problem';
import type { Verdict } from '../requests/read-json';
import { CreateStackDto } from '../stacks/dto/create-stack.dto';
import { ReplaceStackDto } from '../stacks/dto/update-stack.dto';
import { validationView } from '../templates/validation-view';
import { DefinitionChecks } from './definition-checks';
import { DefinitionDto } from './dto/definition.dto';
import { openDefinition } from './open-definition';
import { PreviewChecks } from './preview/preview-checks';
import { readDto, refused, requestOf } from './read-definition';
import type {
  CheckedDefinition,
  CheckedPreview,
  CheckedStack,
  CheckedUpdate,
  CreateQuestion,
  PreviewQuestion,
  ShowQuestion,
  UpdateQuestion,
  ValidateQuestion,
} from './template-checker';

const NO_STACK = '00000000-0000-0000-0000-000000000000';

/** The checks themselves, from a body's bytes to a verdict. They wait for nothing, so they run on any thread. */
export class TemplateChecks {
  private readonly definitions: DefinitionChecks;
  private readonly previews: PreviewChecks;

  constructor(
    private readonly types: TypeRegistry,
    private readonly secrets: SecretBox,
  ) {
    this.definitions = new DefinitionChecks(types, secrets);
    this.previews = new PreviewChecks(this.definitions, { types, secrets });
  }

  create(question: CreateQuestion): Verdict<CheckedStack> {
    return runToEnd(this.createInSlices(question));
  }

  update(question: UpdateQuestion): Verdict<CheckedUpdate> {
    return runToEnd(this.updateInSlices(question));
  }

  validate(question: ValidateQuestion): Verdict<string> {
    return runToEnd(this.validateInSlices(question));
  }

  previewCreate(question: CreateQuestion): Verdict<CheckedPreview> {
    return runToEnd(this.previewCreateInSlices(question));
  }

  previewUpdate(question: PreviewQuestion): Verdict<string> {
    return runToEnd(this.previewUpdateInSlices(question));
  }

  show(question: ShowQuestion): string {
    return runToEnd(this.showInSlices(question));
  }

  /** As `create`, in slices of some milliseconds. */
  *createInSlices(question: CreateQuestion): Sliced<Verdict<CheckedStack>> {
    const checked = yield* this.definitions.create(question);
    return checked.ok ? { ok: true, value: this.toStore(checked.value.dto, checked.value.stack) } : checked;
  }

  /** As `update`, in slices of some milliseconds. */
  *updateInSlices(question: UpdateQuestion): Sliced<Verdict<CheckedUpdate>> {
    const checked = yield* this.definitions.update(question);
    if (!checked.ok) return checked;
    const { dto, stack, request } = checked.value;
    return { ok: true, value: { ...this.definition(stack, request), ...settingsOf(dto) } };
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

  /** As `previewCreate`, in slices of some milliseconds. */
  previewCreateInSlices(question: CreateQuestion): Sliced<Verdict<CheckedPreview>> {
    return this.previews.create(question);
  }

  /** As `previewUpdate`, in slices of some milliseconds. */
  previewUpdateInSlices(question: PreviewQuestion): Sliced<Verdict<string>> {
    return this.previews.update(question);
  }

  /** As `show`, in slices of some milliseconds. */
  *showInSlices({ part, current }: ShowQuestion): Sliced<string> {
    const stored = openDefinition(current, this.secrets);
    return exactJsonText(part === 'files' ? yield* shownFiles(stored) : yield* shownEnvironment(stored));
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

function settingsOf(dto: ReplaceStackDto): Pick<CheckedUpdate, 'timeoutMins' | 'disableRollback' | 'tags'> {
  return {
    ...(dto.timeout_mins ? { timeoutMins: dto.timeout_mins } : {}),
    ...(typeof dto.disable_rollback === 'boolean' ? { disableRollback: dto.disable_rollback } : {}),
    ...(dto.tags ? { tags: dto.tags } : {}),
  };
}

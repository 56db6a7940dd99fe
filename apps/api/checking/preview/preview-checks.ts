import { foreseeNewStack, foreseeUpdate } from '#comparison';
import type { CompareTools, ForeseenRow } from '#comparison';
import { exactJsonText, hiddenByDefinition } from '#template';
import type { Sliced } from '#template';
import { PreviewAnswerDto } from '../../previews/dto/preview.dto';
import type { Verdict } from '../../requests/read-json';
import type { CheckedChange, DefinitionChecks } from '../definition-checks';
import type { CheckedPreview, CreateQuestion, PreviewQuestion } from '../template-checker';
import { pastValues } from './past-values';
import { previewView } from './preview-view';

/** Says what a request would do, once nothing is wrong with it, in slices of some milliseconds. */
export class PreviewChecks {
  constructor(
    private readonly definitions: DefinitionChecks,
    private readonly tools: CompareTools,
  ) {}

  *create(question: CreateQuestion): Sliced<Verdict<CheckedPreview>> {
    const checked = yield* this.definitions.create(question);
    if (!checked.ok) return checked;
    const { dto, stack } = checked.value;
    const shown = { secrets: { parameters: new Set<string>(), files: false }, any: true, past: () => true };
    const preview = yield* previewView(stack, yield* foreseeNewStack(stack), shown);
    return { ok: true, value: { name: dto.stack_name, preview: answerText({ preview }) } };
  }

  *update(question: PreviewQuestion): Sliced<Verdict<string>> {
    const checked = yield* this.definitions.update(question);
    if (!checked.ok) return checked;
    const { stack } = checked.value;
    const rows = question.rows.map(withBuffers);
    const { stackName, stackId, project, everHid } = question;
    const pseudo = { stackName, stackId, projectId: project };
    const past = yield* pastValues({ stored: checked.value.stored, rows, pseudo, everHid }, this.tools);
    const secrets = yield* secretsOf(checked.value);
    const foreseen = yield* foreseeUpdate(stack, rows, this.tools);
    const preview = yield* previewView(stack, foreseen, { secrets, any: true, past });
    return { ok: true, value: answerText({ preview }) };
  }
}

/** What was put back for a mask is hidden, whatever the new template says of it. */
function* secretsOf({ stored, unmasked }: CheckedChange): Sliced<{ parameters: Set<string>; files: boolean }> {
  const parameters = unmasked.size > 0 ? yield* hiddenByDefinition(stored) : new Set<string>();
  return { parameters, files: unmasked.has('files') };
}

function answerText(answer: PreviewAnswerDto): string {
  return exactJsonText(answer);
}

/** Buffers that crossed threads are bare bytes. */
function withBuffers(row: ForeseenRow): ForeseenRow {
  const buffer = (bytes: Uint8Array | null): Buffer | null =>
    bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    ...row,
    sealed_properties: buffer(row.sealed_properties),
    sealed_attributes: buffer(row.sealed_attributes),
    sealed_metadata: buffer(row.sealed_metadata),
  };
}

import type { Answer } from '../requests/answer';
import { jsonAnswer } from '../requests/answer';
import { tagOf } from '../requests/conditional';
import type { Links } from '../requests/links';
import { OutputDto } from './dto/output.dto';
import { StackAnswerDto } from './dto/stack.dto';
import type { StackRow } from './stack-store';
import { stackView } from './stack-view';

/** 202 with the stack as it stands now that work on it has been accepted. */
export function acceptedAnswer(row: StackRow, outputs: readonly OutputDto[], links: Links): Answer {
  const headers = { location: links.to(`/v2/stacks/${row.id}`), etag: tagOf(row.revision) };
  const answer: StackAnswerDto = { stack: stackView(row, links, outputs) };
  return jsonAnswer(202, answer, headers);
}

import type { Json } from '#contracts';
import type { Answer } from '../requests/answer';
import { jsonAnswer } from '../requests/answer';
import { tagOf } from '../requests/conditional';
import type { Links } from '../requests/links';
import type { StackRow } from './stack-store';
import { stackView } from './stack-view';

/** 202 with the stack as it stands now that work on it has been accepted. */
export function acceptedAnswer(row: StackRow, outputs: Json, links: Links): Answer {
  const headers = { location: links.to(`/v2/stacks/${row.id}`), etag: tagOf(row.revision) };
  return jsonAnswer(202, { stack: stackView(row, links, outputs) }, headers);
}

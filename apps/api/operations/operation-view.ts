import type { Links } from '../requests/links';
import { timeText } from '../requests/time-text';
import { OperationDto } from './dto/operation.dto';
import type { OperationRow } from './operation-store';

/** An operation as answers show it. */
export function operationView(row: OperationRow, links: Links): OperationDto {
  const stack = `/v2/stacks/${row.stack_id}`;
  return {
    id: row.id,
    stack_id: row.stack_id,
    action: row.action,
    status: row.status,
    status_reason: row.status_reason,
    created_at: timeText(row.created_at),
    started_at: timeText(row.started_at),
    finished_at: timeText(row.finished_at),
    // While it is paused its time does not run.
    deadline: row.status === 'PAUSED' ? null : timeText(row.deadline),
    progress: { total: row.total, done: row.done, running: row.running, failed: row.failed },
    superseded_by: row.superseded_by,
    requested_by: row.requested_by,
    result: null,
    links: [links.link('self', `${stack}/operations/${row.id}`), links.link('stack', stack)],
  };
}

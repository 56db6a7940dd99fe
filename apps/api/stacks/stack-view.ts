import type { Links } from '../requests/links';
import { timeText } from '../requests/time-text';
import { OutputDto } from './dto/output.dto';
import { StackDto } from './dto/stack.dto';
import type { StackRow } from './stack-store';

/** A stack as answers show it. Outputs are shown of single stacks: a list would open thousands. */
export function stackView(row: StackRow, links: Links, outputs?: readonly OutputDto[]): StackDto {
  const self = `/v2/stacks/${row.id}`;
  return {
    id: row.id,
    stack_name: row.name,
    description: row.description,
    project: row.project,
    action: row.action,
    status: row.status,
    status_reason: row.status_reason,
    created_at: timeText(row.created_at),
    updated_at: timeText(row.updated_at),
    deleted_at: timeText(row.deleted_at),
    parameters: row.shown_parameters,
    ...(outputs === undefined ? {} : { outputs }),
    capabilities: [],
    notification_topics: [],
    disable_rollback: row.disable_rollback,
    timeout_mins: row.timeout_mins,
    tags: row.tags,
    parent_id: row.parent_id,
    owner: row.owner,
    revision: row.revision,
    progress: { total: row.total, done: row.done, running: row.running, failed: row.failed },
    links: [
      links.link('self', self),
      links.link('resources', `${self}/resources`),
      links.link('template', `${self}/template`),
      links.link('operations', `${self}/operations`),
      links.link('events', `${self}/events`),
    ],
  };
}

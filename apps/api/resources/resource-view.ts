import type { JsonObject } from '#contracts';
import type { Links } from '../requests/links';
import { timeText } from '../requests/time-text';
import { ResourceDto } from './dto/resource.dto';
import type { ResourceRow } from './resource-store';

/** A resource as answers show it. */
export function resourceView(row: ResourceRow, links: Links, attributes?: JsonObject): ResourceDto {
  const stack = `/v2/stacks/${row.stack_id}`;
  return {
    resource_name: row.name,
    logical_resource_id: row.name,
    physical_resource_id: row.physical_id,
    resource_type: row.type,
    action: row.action,
    status: row.status,
    status_reason: row.status_reason,
    required_by: row.required_by,
    requires: row.requires,
    ...(attributes === undefined ? {} : { attributes }),
    created_at: timeText(row.created_at),
    updated_at: timeText(row.updated_at),
    parent_resource: null,
    nested_stack_id: null,
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    links: [links.link('self', `${stack}/resources/${encodeURIComponent(row.name)}`), links.link('stack', stack)],
  };
}

import type { CloudEvent, StackId } from '#contracts';
import { ListEventsQuery } from './dto/list-events.query';

/** Which of a root's events a request is about: its stack's, as far as the filters let them through. */
export function eventFilter(stackId: StackId, query: ListEventsQuery, since?: Date): (event: CloudEvent) => boolean {
  return ({ data, type, time }) =>
    data.stack_id === stackId &&
    isWanted(query.resource_name, data.resource_name) &&
    isWanted(query.action, data.action) &&
    isWanted(query.status, data.status) &&
    isWanted(query.type, type) &&
    (since === undefined || new Date(time) >= since);
}

function isWanted(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value));
}

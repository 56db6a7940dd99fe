import type { Action, Status } from './states';

/** What changed. Also the fourth word of the routing key. */
export type NotificationKind =
  'stack' | 'resource' | 'operation' | 'metadata' | 'hook' | 'signal' | 'drift' | 'scaling';

/** What a notification says; fields that do not apply are left out. Never a secret. */
export interface NotificationData {
  stack_id: string;
  stack_name: string;
  operation_id?: string;
  resource_name?: string;
  resource_type?: string;
  physical_resource_id?: string;
  action: Action;
  status: Status;
  status_reason?: string;
  request_id?: string;
}

/** A state change that is about to be told: what is known before the root's sequence number is drawn. */
export interface Notification {
  kind: NotificationKind;
  data: NotificationData;
}

/** Where a notification comes from: what the root's row knows. */
export interface NotificationOrigin {
  rootId: string;
  project: string;
  /** Sequence number of this notification within its root, from 1 on, without holes. */
  sequence: number;
  /** RFC 3339, UTC, with milliseconds. */
  time: string;
}

/** CloudEvents 1.0.2 in structured JSON mode, with the extensions `sequence`, `previous` and `partitionkey`. */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  dataschema: string;
  /** Decimal string. */
  sequence: string;
  /** Id of the event before this one in the same root; the first has none. */
  previous?: string;
  partitionkey: string;
  data: NotificationData;
}

export const CLOUD_EVENT_CONTENT_TYPE = 'application/cloudevents+json';

/** Turns a state change into the event that is stored in the outbox and published as it is. */
export function toCloudEvent(notification: Notification, origin: NotificationOrigin): CloudEvent {
  const { data, kind } = notification;
  const previous = origin.sequence > 1 ? { previous: `${origin.rootId}.${origin.sequence - 1}` } : {};
  const resource = data.resource_name === undefined ? '' : `/resources/${data.resource_name}`;
  return {
    specversion: '1.0',
    id: `${origin.rootId}.${origin.sequence}`,
    source: `/v2/stacks/${origin.rootId}`,
    type: `kiln.${kind}.${data.action}.${data.status}`.toLowerCase(),
    subject: `stacks/${data.stack_id}${resource}`,
    time: origin.time,
    datacontenttype: 'application/json',
    dataschema: `urn:kiln:notification:${kind}:1`,
    sequence: String(origin.sequence),
    ...previous,
    partitionkey: origin.rootId,
    data,
  };
}

/** `<project>.<root>.<stack>.<kind>.<action>.<status>`, in lower case (project ids keep their case). */
export function routingKeyOf(notification: Notification, origin: NotificationOrigin): string {
  const { data, kind } = notification;
  const words = [origin.rootId, data.stack_id, kind, data.action, data.status].map((word) => word.toLowerCase());
  return [origin.project, ...words].join('.');
}

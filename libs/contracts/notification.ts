import { Describes, Field, OptionalField } from './schema/fields';
import { fixed, list, one, text, time, uuid, words } from './schema/schema';
import { ACTIONS, STATUSES } from './states';
import type { Action, Status } from './states';

/** What changed. Also the fourth word of the routing key. */
export const NOTIFICATION_KINDS = [
  'stack',
  'resource',
  'operation',
  'metadata',
  'hook',
  'signal',
  'drift',
  'scaling',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** A property of a thing that is not what it was made with. Both values as JSON, masked where they may not be shown. */
@Describes('A property that is not what it was asked to be.')
export class DriftedProperty {
  @Field(text('The name of the property.'))
  property!: string;

  @Field(text('What was asked for, as JSON.'))
  expected!: string;

  @Field(text('What is found, as JSON.'))
  found!: string;
}

/** What a notification says; fields that do not apply are left out. Never a secret. */
@Describes('What changed. Fields that do not apply are left out.')
export class NotificationData {
  @Field(uuid('The stack.'))
  stack_id!: string;

  @Field(text('The name of the stack.'))
  stack_name!: string;

  @OptionalField(uuid('The operation that changed it.'))
  operation_id?: string;

  @OptionalField(text('The resource, where one changed.'))
  resource_name?: string;

  @OptionalField(text('The type of that resource.'))
  resource_type?: string;

  @OptionalField(text('What the resource is called in the outside world.'))
  physical_resource_id?: string;

  @Field(words(ACTIONS, 'What is being done, or was done.'))
  action!: Action;

  @Field(words(STATUSES, 'How far that is.'))
  status!: Status;

  @OptionalField(text('Why, where there is something to say.'))
  status_reason?: string;

  @OptionalField(
    list(
      one(() => DriftedProperty),
      'Of a drift: the properties that differ. None where the thing is gone, or broken.',
    ),
  )
  drift?: readonly DriftedProperty[];

  @OptionalField(text('The request that caused it.'))
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

const EVENT_ID = '^[0-9a-f-]{36}\\.[1-9][0-9]*$';

/** CloudEvents 1.0.2 in structured JSON mode, with the extensions `sequence`, `previous` and `partitionkey`. */
@Describes('A state change, as CloudEvents 1.0 in structured mode has it.')
export class CloudEvent {
  @Field(fixed('1.0'))
  specversion!: '1.0';

  @Field(text('The id of the root of the stack and the sequence number.', { pattern: EVENT_ID }))
  id!: string;

  @Field(text('The path of the root of the stack.'))
  source!: string;

  @Field(
    text('What happened.', {
      pattern: `^kiln\\.(${NOTIFICATION_KINDS.join('|')})\\.[a-z_]+\\.[a-z_]+$`,
      examples: ['kiln.resource.create.complete'],
    }),
  )
  type!: string;

  @Field(text('The stack that changed, or the resource.'))
  subject!: string;

  @Field(time('When it was stored.'))
  time!: string;

  @Field(fixed('application/json'))
  datacontenttype!: 'application/json';

  @Field(text('The form of the data.', { pattern: '^urn:kiln:notification:[a-z]+:1$' }))
  dataschema!: string;

  /** Decimal string. */
  @Field(text('Number within the root, from 1 on, without holes.', { pattern: '^[1-9][0-9]*$' }))
  sequence!: string;

  /** Id of the event before this one in the same root; the first has none. */
  @OptionalField(text('The id of the event before this one; the first has none.', { pattern: EVENT_ID }))
  previous?: string;

  @Field(uuid('The root of the stack.'))
  partitionkey!: string;

  @Field(one(() => NotificationData))
  data!: NotificationData;
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

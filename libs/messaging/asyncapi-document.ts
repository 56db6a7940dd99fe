import {
  ACTIONS,
  CLOUD_EVENT_CONTENT_TYPE,
  CloudEvent,
  CommandMessage,
  Components,
  NOTIFICATION_KINDS,
  NudgeMessage,
  STATUSES,
  WorkMessage,
  schema,
} from '#contracts';
import type { JsonObject, Schema, Shape } from '#contracts';
import { DEAD_QUEUE, EXCHANGES, NUDGE_QUEUE, PARTITIONS, QUEUES, WORK_QUEUE, logStream, nudgeQueue } from './topology';

const INTRODUCTION = `What Kiln says to RabbitMQ, 4.0 or later.

Whoever wants to hear what changes binds a queue to the exchange ${EXCHANGES.notifications}. Delivery is at least once, \
and in order within a root: ignore what is not above the last \`sequence\` seen; a jump is a gap. What was told is also \
retained in a stream for each partition. Commands, work and nudges are hints among Kiln's own processes: the database is \
the truth, and a lost one is said again.`;

/** Commands, work and nudges are written as JSON. */
const JSON_MEDIA_TYPE = 'application/json';

/** The description of messages and notifications (AsyncAPI 3.0), made of the topology and the classes of messages. */
export function asyncApiDocument(): JsonObject {
  const components = new Components();
  const parts = components.render({ channels: CHANNELS, operations: OPERATIONS, messages: messages() });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Kiln: messages and notifications',
      version: '2.0.0',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: JSON_MEDIA_TYPE,
    channels: parts['channels'] ?? {},
    operations: parts['operations'] ?? {},
    components: { messages: parts['messages'] ?? {}, schemas: components.gathered() },
  };
}

function messages(): Schema {
  return {
    notification: message(CloudEvent, 'A state changed. Its `messageId` is its id.', CLOUD_EVENT_CONTENT_TYPE),
    command: message(CommandMessage, 'An operation was accepted.'),
    work: message(WorkMessage, 'Nodes are ready.'),
    nudge: message(NudgeMessage, 'There is something to tell.'),
    dead: {
      summary: 'A message of another queue that failed its delivery limit, as it was; a header says why.',
      payload: {},
    },
  };
}

function message(shape: Shape, summary: string, contentType = JSON_MEDIA_TYPE): Schema {
  return { name: shape.name, summary, contentType, payload: schema.one(() => shape) };
}

const messageOf = (name: string): Schema => ({ [name]: { $ref: `#/components/messages/${name}` } });

const lowerCase = (set: readonly string[]): string[] => set.map((word) => word.toLowerCase());

/** What stands in the words of a notification's routing key. */
const ROUTING_KEY = {
  project: { description: 'The project, as it is written.' },
  root: { description: 'The outermost stack that the stack is nested in.' },
  stack: { description: 'The stack.' },
  kind: { description: 'What changed.', enum: [...NOTIFICATION_KINDS] },
  action: { description: 'What is being done, in lower case.', enum: lowerCase(ACTIONS) },
  status: { description: 'How far that is, in lower case.', enum: lowerCase(STATUSES) },
} as const;

const PARTITION = { description: `The partition, from 0 to ${PARTITIONS - 1}.` };

/** A queue as it is declared; its arguments are those of the topology. */
function queueBinding(name: string, { arguments: declared }: { arguments?: unknown }): Schema {
  const queue = { name, durable: true, exclusive: false, autoDelete: false, vhost: '/' };
  return { amqp: { is: 'queue', queue, bindingVersion: '0.3.0' }, 'x-arguments': (declared ?? {}) as Schema };
}

function queueChannel(name: string, what: string, declared: { arguments?: unknown }, of: string): Schema {
  return { address: name, description: what, messages: messageOf(of), bindings: queueBinding(name, declared) };
}

const NOTIFICATIONS = {
  address: Object.keys(ROUTING_KEY)
    .map((word) => `{${word}}`)
    .join('.'),
  title: EXCHANGES.notifications,
  description: 'Every notification. The address is the routing key.',
  parameters: ROUTING_KEY,
  messages: messageOf('notification'),
  bindings: {
    amqp: {
      is: 'routingKey',
      exchange: { name: EXCHANGES.notifications, type: 'topic', durable: true, autoDelete: false, vhost: '/' },
      bindingVersion: '0.3.0',
    },
  },
};

const LOG = 'A stream with the notifications of a partition, retained by age and size.';

const CHANNELS: Schema = {
  notifications: NOTIFICATIONS,
  log: {
    ...queueChannel(
      logStream('{epoch}', '{partition}'),
      LOG,
      { arguments: { 'x-queue-type': 'stream' } },
      'notification',
    ),
    parameters: { epoch: { description: 'Rises when a stream was lost.' }, partition: PARTITION },
  },
  commands: queueChannel(QUEUES.commands, 'Operations for engines to plan.', WORK_QUEUE, 'command'),
  work: queueChannel(QUEUES.work, 'Nodes for engines to work on.', WORK_QUEUE, 'work'),
  nudges: {
    ...queueChannel(nudgeQueue('{partition}'), 'Wakes the notifier that owns the partition.', NUDGE_QUEUE, 'nudge'),
    parameters: { partition: PARTITION },
  },
  dead: queueChannel(QUEUES.dead, 'What failed its delivery limit, for operators.', DEAD_QUEUE, 'dead'),
};

function operation(action: 'send' | 'receive', channel: string, summary: string): Schema {
  return { action, channel: { $ref: `#/channels/${channel}` }, summary };
}

const OPERATIONS: Schema = {
  tell: operation('send', 'notifications', 'Notifiers tell what changed, in order within a root.'),
  retain: operation('send', 'log', 'What is told goes into the log with it.'),
  readLog: operation('receive', 'log', 'Apis read events, and notifiers index them.'),
  sendCommand: operation('send', 'commands', 'Apis say that an operation was accepted.'),
  takeCommand: operation('receive', 'commands', 'Engines plan it.'),
  sendWork: operation('send', 'work', 'Engines say which nodes are ready.'),
  takeWork: operation('receive', 'work', 'Engines claim them.'),
  nudge: operation('send', 'nudges', 'Whoever wrote into the outbox says so.'),
  takeNudge: operation('receive', 'nudges', 'A notifier looks.'),
};

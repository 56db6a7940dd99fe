import type { Options } from 'amqplib';

/** Every name that Kiln has inside the broker, and the arguments it is declared with: here and nowhere else. */
export const EXCHANGES = {
  commands: 'kiln.commands',
  work: 'kiln.work',
  notifications: 'kiln.notifications',
} as const;

export const QUEUES = {
  commands: 'kiln.engine.commands',
  work: 'kiln.engine.work',
  dead: 'kiln.dead',
} as const;

/** Partitions that the outbox and the retained log are cut into. A root's is stored in its row and never changes. */
export const PARTITIONS = 16;

/** Messages that a consumer of commands or work holds unacknowledged at most, so that a full engine hoards nothing. */
export const PREFETCH = 2;

const DELIVERY_LIMIT = 3;

/** Arguments of the queues that commands and work go through: replicated, bounded, with a way out for poison. */
export const WORK_QUEUE: Options.AssertQueue = {
  durable: true,
  arguments: {
    'x-queue-type': 'quorum',
    'x-delivery-limit': DELIVERY_LIMIT,
    'x-dead-letter-exchange': '',
    'x-dead-letter-routing-key': QUEUES.dead,
  },
};

export const DEAD_QUEUE: Options.AssertQueue = { durable: true, arguments: { 'x-queue-type': 'quorum' } };

/** A nudge says no more than "look": one is as good as many. */
export const NUDGE_QUEUE: Options.AssertQueue = {
  durable: true,
  arguments: { 'x-max-length': 1, 'x-overflow': 'drop-head' },
};

export function nudgeQueue(partition: number | string): string {
  return `kiln.outbox.${partition}`;
}

/** Name of the stream that retains a partition's notifications; a lost stream is followed by one of a higher epoch. */
export function logStream(epoch: number | string, partition: number | string): string {
  return `kiln.notifications.log.${epoch}.${partition}`;
}

/** The key that every notification carries as BCC, so that one publish reaches the subscribers and the log. */
export function logKey(partition: number): string {
  return `_log.${partition}`;
}

export interface LogRetention {
  maxBytes: number;
  /** As RabbitMQ has it: `7D`, `12h`. */
  maxAge: string;
  segmentBytes: number;
}

export function logStreamArguments(retention: LogRetention): Options.AssertQueue {
  return {
    durable: true,
    arguments: {
      'x-queue-type': 'stream',
      'x-max-length-bytes': retention.maxBytes,
      'x-max-age': retention.maxAge,
      'x-stream-max-segment-size-bytes': retention.segmentBytes,
    },
  };
}

interface Declares {
  assertExchange(exchange: string, type: string, options?: Options.AssertExchange): Promise<unknown>;
  assertQueue(queue: string, options?: Options.AssertQueue): Promise<unknown>;
  bindQueue(queue: string, source: string, pattern: string): Promise<unknown>;
}

/** Declares what commands and work pass through. Safe to repeat; every process does it on every (re)connect. */
export async function declareWorkTopology(channel: Declares): Promise<void> {
  await channel.assertQueue(QUEUES.dead, DEAD_QUEUE);
  for (const name of ['commands', 'work'] as const) {
    await channel.assertExchange(EXCHANGES[name], 'direct', { durable: true });
    await channel.assertQueue(QUEUES[name], WORK_QUEUE);
    await channel.bindQueue(QUEUES[name], EXCHANGES[name], QUEUES[name]);
  }
  await channel.assertExchange(EXCHANGES.notifications, 'topic', { durable: true });
}

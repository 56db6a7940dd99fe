import { randomUUID } from 'node:crypto';
import type { Channel, ConsumeMessage } from 'amqplib';
import { AppError } from '#contracts';
import type { Broker } from '../broker';
import { toLogEntry } from './log-entry';
import type { LogEntry } from './log-entry';
import type { Segment } from './stretch';
import { unlessAborted } from './unless-aborted';

/** The stream is not there: it was lost with the broker's disk, or not yet declared. */
export class StreamMissing extends Error {}

/** Looks at one entry and tells whether it was the last that is wanted. */
export type Visit = (entry: LogEntry) => boolean;

const MOST_UNACKNOWLEDGED = 200;

/** How long what is sought may take to turn up before the reader asks where the stream ends. */
const ASK_FOR_END_AFTER_MS = 20;

/** Reads parts of one stream, one after the other, on a channel of its own, until it is closed or the time is over. */
export class StreamReader {
  private readonly gone = new AbortController();
  private readonly signal: AbortSignal;

  private constructor(
    private readonly channel: Channel,
    private readonly stream: string,
    timeout: AbortSignal,
  ) {
    this.signal = AbortSignal.any([timeout, this.gone.signal]);
    // The first reason stays: the channel that a missing queue closes tells of the error before it closes.
    const missing = (): void => this.gone.abort(new StreamMissing(stream));
    channel.once('error', (error: Error) => (isMissingQueue(error) ? missing() : undefined));
    channel.once('return', missing);
    channel.once('close', () => this.gone.abort(lost()));
  }

  static async open(broker: Broker, stream: string, timeout: AbortSignal): Promise<StreamReader> {
    const channel = await unlessAborted(timeout, broker.newChannel());
    return new StreamReader(channel, stream, timeout);
  }

  /** Visits the entries of a segment. What retention has dropped of it is left out. */
  async readSegment(segment: Pick<Segment, 'from' | 'to'>, visit: (entry: LogEntry) => void): Promise<void> {
    await this.consume(segment.from, segment.to - segment.from + 1, (entry) => {
      if (entry.offset <= segment.to) visit(entry);
      return entry.offset >= segment.to;
    });
  }

  /** The oldest entry that is retained; of a stream that never had one it is not answered. */
  async readFirst(): Promise<LogEntry> {
    const seen: LogEntry[] = [];
    await this.consume('first', 1, (entry) => {
      seen.push(entry);
      return true;
    });
    const [first] = seen;
    if (!first) throw lost();
    return first;
  }

  /**
   * Visits the entries from an offset on until the visitor has what it wants, or all that was in the stream at the time
   * of the call was visited. Where the stream ends can't be asked for over AMQP 0-9-1, so a mark is written behind it.
   */
  async readTail(from: number, visit: Visit): Promise<void> {
    const mark = `end.${randomUUID()}`;
    const ask = setTimeout(() => this.write(mark), ASK_FOR_END_AFTER_MS);
    try {
      await this.consume(from, Infinity, (entry) => visit(entry) || entry.message.properties.messageId === mark);
    } finally {
      clearTimeout(ask);
    }
  }

  close(): void {
    this.channel.close().catch(() => undefined);
  }

  private async consume(from: number | 'first', length: number, visit: Visit): Promise<void> {
    const consumerTag = randomUUID();
    const prefetch = Math.min(length, MOST_UNACKNOWLEDGED);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let isOver = false;
    let unacknowledged = 0;
    const deliver = (message: ConsumeMessage | null): void => {
      if (isOver) return;
      if (message === null) {
        this.gone.abort(new StreamMissing(this.stream));
        return;
      }
      isOver = visit(toLogEntry(message));
      unacknowledged += 1;
      if (isOver) end();
      else if (length > prefetch && unacknowledged * 2 >= prefetch) {
        unacknowledged = 0;
        this.acknowledge(message);
      }
    };
    try {
      await unlessAborted(this.signal, this.subscribe({ consumerTag, prefetch, from }, deliver));
      await unlessAborted(this.signal, ended);
    } finally {
      isOver = true;
    }
    await unlessAborted(this.signal, this.channel.cancel(consumerTag));
  }

  private async subscribe(
    options: { consumerTag: string; prefetch: number; from: number | 'first' },
    deliver: (message: ConsumeMessage | null) => void,
  ): Promise<void> {
    try {
      // Sent together, and answered in turn.
      const prefetched = this.channel.prefetch(options.prefetch);
      const consuming = this.channel.consume(this.stream, deliver, {
        consumerTag: options.consumerTag,
        arguments: { 'x-stream-offset': options.from },
      });
      await Promise.all([prefetched, consuming]);
    } catch (cause) {
      throw lost(cause);
    }
  }

  private write(mark: string): void {
    try {
      this.channel.publish('', this.stream, Buffer.alloc(0), { messageId: mark, mandatory: true });
    } catch {
      // The channel is closing, which ends the reading.
    }
  }

  private acknowledge(message: ConsumeMessage): void {
    try {
      this.channel.ack(message, true);
    } catch {
      // The channel is closing, which ends the reading.
    }
  }
}

/** Readers of one stream, opened as they are needed, that read at the same time. */
export class StreamReaders {
  private readonly lanes: Promise<StreamReader>[] = [];

  constructor(
    private readonly broker: Broker,
    private readonly stream: string,
    private readonly timeout: AbortSignal,
  ) {}

  /** The reader of a lane; one lane reads one thing at a time. */
  async at(lane: number): Promise<StreamReader> {
    return (this.lanes[lane] ??= StreamReader.open(this.broker, this.stream, this.timeout));
  }

  close(): void {
    for (const lane of this.lanes) lane.then((reader) => reader.close()).catch(() => undefined);
  }
}

/** Whether the broker closed the channel because the queue that was asked for is not there. */
export function isMissingQueue(error: unknown): boolean {
  // A broker that starts or stops answers 404 as well, for queues that it has: "process is stopped by supervisor".
  return error instanceof Error && (error as { code?: unknown }).code === 404 && error.message.includes('no queue');
}

function lost(cause?: unknown): AppError {
  return new AppError('broker-unavailable', 'the connection to RabbitMQ was lost', { retryable: true, cause });
}

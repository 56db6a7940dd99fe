import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Channel, ConsumeMessage } from 'amqplib';
import type { Broker } from '../broker';
import { logStream } from '../topology';
import { toLogEntry } from './log-entry';
import type { LogEntry } from './log-entry';
import { unlessAborted } from './unless-aborted';

/** Where a tail begins, or goes on after it was interrupted. */
export interface TailStart {
  epoch: number;
  /** First offset that is wanted. */
  from: number;
}

export interface StreamTailSettings {
  broker: Broker;
  partition: number;
  /** Entries that may be under way, unacknowledged. */
  prefetch: number;
  /** Asked before each (re)start; undefined: the partition has no log yet. */
  locate: () => Promise<TailStart | undefined>;
  /** Told before the first entry after each (re)start: what was handed over and not acknowledged comes again. */
  onStart: (start: TailStart, session: TailSession) => void;
  onEntry: (entry: LogEntry) => void;
  /** Told when it can't go on for now; it tries again. */
  onInterruption?: (reason: string) => void;
}

/** The time between a start and the next interruption. */
export interface TailSession {
  /** Lets the broker send more: everything up to this entry is done with. Does nothing when the session is over. */
  acknowledge(entry: LogEntry): void;
}

const TRY_AGAIN_AFTER_MS = 250;

/**
 * Follows one partition's log for as long as it is wanted: across reconnects, and across epochs, since it asks where to
 * go on each time. A stream that is not there is looked for again until it is.
 */
export class StreamTail {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private interrupt: () => void = () => undefined;

  constructor(private readonly settings: StreamTailSettings) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Begins again where `locate` says, as after an interruption. */
  restart(): void {
    this.interrupt();
  }

  /** Resolves when no further entry will be handed over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await unlessAborted(signal, this.settings.broker.ready());
        await unlessAborted(signal, this.follow(signal));
      } catch (error) {
        this.interrupted(error);
      }
      await delay(TRY_AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private interrupted(error: unknown): void {
    if (this.stopping.signal.aborted) return;
    this.settings.onInterruption?.(error instanceof Error ? error.message : String(error));
  }

  /** Resolves when the tail is stopped or interrupted. */
  private async follow(signal: AbortSignal): Promise<void> {
    const start = await this.settings.locate();
    if (!start) return;
    const channel = await this.settings.broker.newChannel();
    const over = new AbortController();
    channel.once('close', () => over.abort());
    const ended = AbortSignal.any([signal, over.signal]);
    this.interrupt = () => over.abort();
    try {
      if (signal.aborted) return;
      this.settings.onStart(start, sessionOf(channel, ended));
      await this.consume(channel, start, { ended, end: () => over.abort() });
      if (!ended.aborted) await once(ended, 'abort');
    } finally {
      over.abort();
      channel.close().catch(() => undefined);
    }
  }

  private async consume(
    channel: Channel,
    start: TailStart,
    session: { ended: AbortSignal; end: () => void },
  ): Promise<void> {
    const deliver = (message: ConsumeMessage | null): void => {
      if (!message) session.end();
      else if (!session.ended.aborted) this.settings.onEntry(toLogEntry(message));
    };
    await channel.prefetch(this.settings.prefetch);
    const stream = logStream(start.epoch, this.settings.partition);
    await channel.consume(stream, deliver, { arguments: { 'x-stream-offset': start.from } });
  }
}

function sessionOf(channel: Channel, ended: AbortSignal): TailSession {
  return {
    acknowledge: (entry) => {
      if (ended.aborted) return;
      try {
        channel.ack(entry.message, true);
      } catch {
        // The channel is closing; the next session begins where `locate` says.
      }
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#contracts';
import type { CloudEvent } from '#contracts';
import type { BrokerLog } from '../broker';
import type { RetainedItem } from './collector';
import type { EventLog, RetainedItems } from './event-log';
import type { LiveListener, LivePartition } from './live-partition';
import type { LogPosition } from './log-reading';
import { unlessAborted } from './unless-aborted';

/** `text` is the event as it was published, one line of JSON. */
export type FeedItem =
  | { kind: 'event'; event: CloudEvent; text: string }
  /** Events between what the listener has and `completeFrom` are gone. */
  | { kind: 'reset'; completeFrom: number };

/** The events of one root, endlessly; ends when it is closed, by `close` or by leaving the loop. */
export interface Listener extends AsyncIterable<FeedItem> {
  close(): void;
}

/** More happened than the listener took in time. It may listen again after the last event that it has. */
export class SlowListener extends Error {
  constructor() {
    super('the listener does not keep up with what happens');
    this.name = 'SlowListener';
  }
}

export interface FeedListenerSettings {
  rootId: string;
  after: number | 'now';
  eventLog: EventLog;
  log: BrokerLog;
  /** Subscribes to what happens from now on; undefined: there is no such root. */
  join: () => Promise<LivePartition | undefined>;
  leave: () => void;
}

/** More than one burst of deliveries, which no listener can take part of before all are handed over. */
const MOST_BUFFERED = 1_000;
const PAGE = 500;
const TRY_AGAIN_AFTER_MS = 500;

/**
 * One listener of a LiveFeed. It reads in two ways, and never with a gap between them. *Catching up* reads pages of the retained log at the listener's own
 * pace, up to where the live partition stood when it began, while what happens since is buffered. Then it is *live*:
 * only what happens is handed on, for as long as each event follows the one before; a jump leads back to catching up.
 */
export class FeedListener implements Listener, LiveListener {
  readonly rootId: string;
  private readonly closing = new AbortController();
  private buffer: RetainedItem[] = [];
  private isLive = false;
  /** While catching up: more happened than the buffer holds, so that the log must be read on. */
  private hasOverflowed = false;
  private mustTellReset = false;
  private fault: SlowListener | undefined;
  /** Sequence of the last event that was handed on. */
  private last = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly settings: FeedListenerSettings) {
    this.rootId = settings.rootId;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FeedItem, void> {
    const { signal } = this.closing;
    try {
      const partition = await this.join();
      while (partition && !signal.aborted) yield* this.isLive ? this.takeLive() : this.catchUp(partition);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.close();
    }
    if (this.fault) throw this.fault;
  }

  close(): void {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.buffer = [];
    this.settings.leave();
    this.wake();
  }

  offer(item: RetainedItem): void {
    if (this.closing.signal.aborted || this.hasOverflowed) return;
    if (this.buffer.length < MOST_BUFFERED) {
      this.buffer.push(item);
      this.wake();
      return;
    }
    this.buffer = [];
    if (!this.isLive) {
      this.hasOverflowed = true;
      return;
    }
    this.fault = new SlowListener();
    this.close();
  }

  epochChanged(): void {
    this.isLive = false;
    this.mustTellReset = true;
    this.wake();
  }

  private async join(): Promise<LivePartition | undefined> {
    const { after, eventLog } = this.settings;
    const published = after === 'now' ? await this.unlessClosed(eventLog.published(this.rootId)) : after;
    this.last = published ?? 0;
    const partition = await this.unlessClosed(this.settings.join());
    await this.unlessClosed(partition?.ready());
    return partition;
  }

  /** Hands on the next event that is buffered, or waits for one. */
  private async *takeLive(): AsyncGenerator<FeedItem, void> {
    const item = this.buffer.shift();
    if (!item) await new Promise<void>((resolve) => (this.wake = resolve));
    else if (item.sequence > this.last + 1) this.isLive = false;
    else yield* this.handOn(item);
  }

  private async *catchUp(partition: LivePartition): AsyncGenerator<FeedItem, void> {
    this.emptyBuffer();
    const through = partition.position;
    let hasMore = true;
    while (hasMore) {
      const page = await this.readPage(through);
      // The broker is away, or the log has begun anew and the live partition is still to notice.
      if (!page || page.epoch !== through?.epoch) return this.unlessClosed(delay(TRY_AGAIN_AFTER_MS));
      yield* this.handOnPage(page);
      hasMore = page.next !== undefined;
    }
    this.isLive = !this.hasOverflowed && !this.mustTellReset;
  }

  private emptyBuffer(): void {
    this.buffer = [];
    this.hasOverflowed = false;
  }

  private async readPage(through: LogPosition | undefined): Promise<RetainedItems | undefined> {
    const { eventLog, log } = this.settings;
    const request = { rootId: this.rootId, after: this.last, limit: PAGE, ...(through ? { through } : {}) };
    try {
      return await this.unlessClosed(eventLog.readItems(request));
    } catch (error) {
      const isAway = error instanceof AppError && error.code === 'broker-unavailable';
      if (!isAway) log.warn({ root_id: this.rootId, reason: String(error) }, 'retained events could not be read');
      return undefined;
    }
  }

  private *handOnPage(page: RetainedItems): Generator<FeedItem, void> {
    const isGap = page.completeFrom > this.last + 1;
    if (isGap || this.mustTellReset) {
      this.mustTellReset = false;
      this.last = Math.max(this.last, page.completeFrom - 1);
      yield { kind: 'reset', completeFrom: this.last + 1 };
    }
    for (const item of page.items) yield* this.handOn(item);
  }

  private *handOn(item: RetainedItem): Generator<FeedItem, void> {
    if (item.sequence <= this.last) return;
    this.last = item.sequence;
    yield { kind: 'event', event: item.event, text: item.text };
  }

  private async unlessClosed<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
    return promise && unlessAborted(this.closing.signal, promise);
  }
}

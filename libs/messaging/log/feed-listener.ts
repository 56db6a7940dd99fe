import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#contracts';
import type { CloudEvent } from '#contracts';
import type { BrokerLog } from '../broker';
import type { RetainedItem } from './collector';
import type { EventLog, RetainedItems } from './event-log';
import { Listening } from './listening';
import type { LiveListener, Subject } from './listeners';
import type { LivePartition } from './live-partition';
import type { LogPosition } from './log-reading';

/** `text` is the event as it was published, one line of JSON; `place` is where to listen on after it. */
export type FeedItem =
  | { kind: 'event'; event: CloudEvent; text: string; place: string }
  /** Events are gone that came after what the listener has; of one root's, those before `completeFrom`. */
  | { kind: 'reset'; completeFrom?: number };

/** Events, endlessly; ends when it is closed, by `close` or by leaving the loop. */
export interface Listener extends AsyncIterable<FeedItem> {
  close(): void;
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

const PAGE = 500;
const TRY_AGAIN_AFTER_MS = 500;

/** One listener of a LiveFeed to the events of one root, which follow each other without a gap in their sequence. */
export class FeedListener extends Listening<RetainedItem, FeedItem> implements Listener, LiveListener {
  readonly subject: Subject;
  private partition: LivePartition | undefined;
  private mustTellReset = false;
  /** Sequence of the last event that was handed on. */
  private last = 0;

  constructor(private readonly settings: FeedListenerSettings) {
    super();
    this.subject = { rootId: settings.rootId };
  }

  offer(item: RetainedItem): void {
    this.happened(item);
  }

  epochChanged(): void {
    this.mustTellReset = true;
    this.mustCatchUp();
  }

  protected async join(): Promise<boolean> {
    const { after, eventLog, rootId } = this.settings;
    const published = after === 'now' ? await this.unlessClosed(eventLog.published(rootId)) : after;
    this.last = published ?? 0;
    this.partition = await this.unlessClosed(this.settings.join());
    await this.unlessClosed(this.partition?.ready());
    return this.partition !== undefined;
  }

  protected leave(): void {
    this.settings.leave();
  }

  protected *handOn(item: RetainedItem): Generator<FeedItem, boolean> {
    if (item.sequence > this.last + 1) return true;
    yield* this.handOnNew(item);
    return false;
  }

  protected async *catchUp(): AsyncGenerator<FeedItem, boolean> {
    const through = this.partition?.position;
    let hasMore = true;
    while (hasMore) {
      const page = await this.readPage(through);
      // The broker is away, or the log has begun anew and the live partition is still to notice.
      if (!page || page.epoch !== through?.epoch) {
        await this.unlessClosed(delay(TRY_AGAIN_AFTER_MS));
        return false;
      }
      yield* this.handOnPage(page);
      hasMore = page.next !== undefined;
    }
    return !this.mustTellReset;
  }

  private async readPage(through: LogPosition | undefined): Promise<RetainedItems | undefined> {
    const { eventLog, log, rootId } = this.settings;
    const request = { rootId, after: this.last, limit: PAGE, ...(through ? { through } : {}) };
    try {
      return await this.unlessClosed(eventLog.readItems(request));
    } catch (error) {
      const isAway = error instanceof AppError && error.code === 'broker-unavailable';
      if (!isAway) log.warn({ root_id: rootId, reason: String(error) }, 'retained events could not be read');
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
    for (const item of page.items) yield* this.handOnNew(item);
  }

  private *handOnNew({ event, text, sequence }: RetainedItem): Generator<FeedItem, void> {
    if (sequence <= this.last) return;
    this.last = sequence;
    yield { kind: 'event', event, text, place: event.id };
  }
}

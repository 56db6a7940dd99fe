import { AppError } from '#contracts';
import type { CloudEvent } from '#contracts';
import type { Broker } from '../broker';
import { logStream } from '../topology';
import type { RetainedItem } from './collector';
import { Limiter } from './limiter';
import { readRootLog } from './log-database';
import type { LogDatabase } from './log-database';
import { LogReading } from './log-reading';
import type { LogPosition, RetainedRootLog } from './log-reading';
import { StreamMissing, StreamReaders } from './stream-reader';

export interface ReadRequest {
  rootId: string;
  /** Sequence of the last event that the reader has; 0 by default. */
  after?: number;
  /** Events answered at most. */
  limit: number;
  /** Last sequence that is wanted. */
  upTo?: number;
  /** Leaves events out; those count neither for the answer nor for `limit`. */
  accept?: (event: CloudEvent) => boolean;
}

export interface RetainedEvents {
  /** Oldest first, each sequence once. */
  events: CloudEvent[];
  /**
   * First sequence from which on nothing that was published is missing from the log; one more than the last that was
   * published, where all is gone; 1 where nothing was published.
   */
  completeFrom: number;
  /** There may be more: pass it as `after`. Undefined: this was all that is published. */
  next: number | undefined;
}

export type FoundEvent = { outcome: 'found'; event: CloudEvent } | { outcome: 'expired' } | { outcome: 'unknown' };

export interface ItemRequest extends ReadRequest {
  /** Whatever lies up to here is to be seen too, even what the database does not know yet to be published. */
  through?: LogPosition;
}

/** A page as a live feed needs it. */
export interface RetainedItems {
  items: RetainedItem[];
  completeFrom: number;
  next: number | undefined;
  /** Last sequence that was published when this was read. */
  published: number;
  /** Epoch of the log that was read; undefined where the root or its log does not exist. */
  epoch: number | undefined;
}

export interface EventLogSettings {
  broker: Broker;
  database: LogDatabase;
  /** How long one `read` may take. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 3_000;

/** Reads that are under way at once in this process; each has a channel of its own. */
const READS_AT_ONCE = 16;

/** Reads one root's events out of its partition's retained log. Order and completeness are those of the log. */
export class EventLog {
  private readonly limiter = new Limiter(READS_AT_ONCE);

  constructor(private readonly settings: EventLogSettings) {}

  /**
   * Reads a page. Rejects with AppError `broker-unavailable` (retryable) while the broker is away, or if nothing could
   * be read in time; where something could, that is answered, with `next`.
   */
  async read(request: ReadRequest): Promise<RetainedEvents> {
    const { items, completeFrom, next } = await this.readItems(request);
    return { events: items.map(({ event }) => event), completeFrom, next };
  }

  /** Finds one event: `expired` where it was published but is no longer retained, `unknown` where it never was. */
  async find(rootId: string, sequence: number): Promise<FoundEvent> {
    const { items, published } = await this.readItems({ rootId, after: sequence - 1, upTo: sequence, limit: 1 });
    const [item] = items;
    if (item) return { outcome: 'found', event: item.event };
    return { outcome: sequence <= published ? 'expired' : 'unknown' };
  }

  /** Last sequence of the root that is published; undefined: there is no such root. */
  async published(rootId: string): Promise<number | undefined> {
    return (await readRootLog(this.settings.database, { rootId, after: 0, upTo: 0 }))?.published;
  }

  /** As `read`, with the bodies as they were published and the epoch that they were read from. */
  async readItems(request: ItemRequest): Promise<RetainedItems> {
    const timeout = AbortSignal.timeout(this.settings.timeoutMs ?? TIMEOUT_MS);
    return this.limiter.run(async () => {
      try {
        return await this.attempt(request, { timeout, isMissingFatal: true });
      } catch (error) {
        if (!(error instanceof StreamMissing)) throw error;
        // Its place may just have been taken by the next epoch's; if not, all that it held is gone.
        return this.attempt(request, { timeout, isMissingFatal: false });
      }
    });
  }

  private async attempt(request: ItemRequest, options: AttemptOptions): Promise<RetainedItems> {
    const settings = { after: 0, upTo: Infinity, accept: () => true, through: undefined, ...request };
    const log = await readRootLog(this.settings.database, settings);
    if (!log?.stream) {
      return { items: [], completeFrom: 1, next: undefined, published: log?.published ?? 0, epoch: undefined };
    }
    const reading = new LogReading({ ...log, stream: log.stream }, settings);
    const isCutShort = reading.isEmpty ? false : await this.run(reading, { ...log, stream: log.stream }, options);
    const isExhausted = !isCutShort && reading.isExhausted;
    const { collector } = reading;
    return {
      items: collector.items,
      completeFrom: collector.completeness(log.published, isExhausted),
      next: collector.next(log.published, isExhausted),
      published: log.published,
      epoch: log.stream.epoch,
    };
  }

  /** Answers whether the reading was cut short by something that passes. */
  private async run(reading: LogReading, log: RetainedRootLog, options: AttemptOptions): Promise<boolean> {
    const { timeout, isMissingFatal } = options;
    const readers = new StreamReaders(this.settings.broker, logStream(log.stream.epoch, log.partition), timeout);
    try {
      await reading.run(readers);
      return false;
    } catch (error) {
      if (error instanceof StreamMissing) {
        if (isMissingFatal) throw error;
        return false;
      }
      if (reading.collector.hasProgressed) return true;
      throw timeout.aborted ? tooSlow(error) : error;
    } finally {
      readers.close();
    }
  }
}

interface AttemptOptions {
  timeout: AbortSignal;
  isMissingFatal: boolean;
}

function tooSlow(cause: unknown): AppError {
  return new AppError('broker-unavailable', 'the log could not be read in time', { retryable: true, cause });
}

import type { CloudEvent } from '#contracts';
import { Collector } from './collector';
import { STRETCHES_AT_ONCE } from './log-database';
import type { RootLog } from './log-database';
import type { LogEntry } from './log-entry';
import type { StreamReader, StreamReaders } from './stream-reader';
import { planSegments, waveLength } from './stretch';
import type { Segment } from './stretch';

/** A place in a partition's log; offsets of one epoch say nothing about another's. */
export interface LogPosition {
  epoch: number;
  offset: number;
}

export interface ReadingSettings {
  rootId: string;
  after: number;
  upTo: number;
  limit: number;
  accept: (event: CloudEvent) => boolean;
  /** Whatever lies up to here is to be seen too, even what the database does not know yet to be published. */
  through: LogPosition | undefined;
}

/** A root whose partition has a log. */
export type RetainedRootLog = RootLog & { stream: NonNullable<RootLog['stream']> };

/** A seek takes some milliseconds and is nearly all waiting, so that several overlap well. */
const SEGMENTS_AT_ONCE = 8;

/** Reads one page of a root's events: first what is indexed, by seeking, then what lies behind the end of the index. */
export class LogReading {
  readonly collector: Collector;
  private readonly segments: Segment[];
  /** Last sequence that is both wanted and published. */
  private readonly lastSequence: number;
  private readonly throughOffset: number;

  constructor(
    private readonly log: RetainedRootLog,
    private readonly settings: ReadingSettings,
  ) {
    this.collector = new Collector({ ...settings, completeFrom: log.completeFrom });
    this.segments = planSegments(log.stretches, settings);
    this.lastSequence = Math.min(settings.upTo, log.published);
    const { through } = settings;
    this.throughOffset = through?.epoch === log.stream.epoch ? through.offset : -1;
  }

  /** Whether the database's word suffices. */
  get isEmpty(): boolean {
    return this.segments.length === 0 && !this.isTailWanted;
  }

  /** Whether all of the log was read in which wanted events may lie; asked after `run`. */
  get isExhausted(): boolean {
    return !this.hasMoreStretches && this.collector.room > 0;
  }

  async run(readers: StreamReaders): Promise<void> {
    await this.readStretches(readers);
    if (this.isTailWanted) await this.readTail(await readers.at(0));
  }

  private get hasMoreStretches(): boolean {
    return this.log.stretches.length === STRETCHES_AT_ONCE;
  }

  private get isTailWanted(): boolean {
    if (this.collector.isFull || this.hasMoreStretches) return false;
    return !this.isIndexed || this.throughOffset > this.log.stream.indexedTo;
  }

  /** Whether the index knows of all that is wanted and published. */
  private get isIndexed(): boolean {
    return (this.log.indexed ?? 0) >= this.lastSequence;
  }

  private async readStretches(readers: StreamReaders): Promise<void> {
    let rest = this.segments;
    while (rest.length > 0 && !this.collector.isFull) {
      const length = waveLength(rest, this.collector.room, SEGMENTS_AT_ONCE);
      const wave = rest.slice(0, length);
      const found = await Promise.all(
        wave.map(async (segment, lane) => this.readSegment(await readers.at(lane), segment)),
      );
      for (const entry of found.flat()) this.take(entry);
      rest = rest.slice(length);
    }
  }

  private async readSegment(reader: StreamReader, segment: Segment): Promise<LogEntry[]> {
    const entries: LogEntry[] = [];
    await reader.readSegment(segment, (entry) => {
      if (entry.place?.rootId === this.settings.rootId) entries.push(entry);
    });
    return entries;
  }

  private async readTail(reader: StreamReader): Promise<void> {
    let isPublishedSeen = this.isIndexed;
    await reader.readTail(this.log.stream.indexedTo + 1, (entry) => {
      if (entry.place?.rootId === this.settings.rootId) {
        isPublishedSeen ||= entry.place.sequence >= this.lastSequence;
        this.take(entry);
      }
      return this.collector.isFull || (isPublishedSeen && entry.offset >= this.throughOffset);
    });
  }

  private take({ place, message }: LogEntry): void {
    if (place) this.collector.take(place.sequence, message.content.toString('utf8'));
  }
}

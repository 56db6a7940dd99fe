import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#contracts';
import type { BrokerLog } from '../broker';
import { PARTITIONS } from '../topology';
import type { RetainedItem } from './collector';
import { parseEvent } from './log-entry';
import type { LogEntry } from './log-entry';
import type { FeedItem, Listener } from './feed-listener';
import { tokenOf } from './feed-places';
import type { FeedPlaces } from './feed-places';
import { LastSequences } from './last-sequences';
import { Listening } from './listening';
import type { LiveListener } from './listeners';
import type { LivePartition } from './live-partition';
import type { LogPosition } from './log-reading';
import type { LogStretch, LogStretches } from './log-stretches';
import { StreamMissing } from './stream-reader';

export interface ProjectListenerSettings {
  project: string;
  /** What the listener has; undefined: only what is yet to come is wanted. */
  after: FeedPlaces | undefined;
  log: BrokerLog;
  stretches: LogStretches;
  /** Where the log is indexed to at present, which is no more than it holds. */
  present: () => Promise<FeedPlaces>;
  /** Subscribes to a partition. */
  join: (partition: number, listener: LiveListener) => LivePartition;
  leave: () => void;
}

/** Something that happened in a partition. */
interface Happened {
  lane: Lane;
  item: RetainedItem;
  position: LogPosition;
}

/** What a listener knows of one partition. */
interface Lane {
  readonly partition: LivePartition;
  /** The last place that was handed on; undefined: there was no log when the listener came. */
  last: LogPosition | undefined;
  /** Of what the listener waits for, so much is of this partition. */
  waiting: number;
}

/** Entries that are read at once. */
const STRETCH = 1_000;
const TRY_AGAIN_AFTER_MS = 500;
const FIRST_EPOCH = 1;

/** One listener of a LiveFeed to everything in a project: of each root in order, of different roots in any. */
export class ProjectListener extends Listening<Happened, FeedItem> implements Listener {
  private readonly sequences = new LastSequences();
  private readonly lanes: Lane[] = [];

  constructor(private readonly settings: ProjectListenerSettings) {
    super();
  }

  protected async join(): Promise<boolean> {
    const { after, present } = this.settings;
    const places = after ?? (await this.unlessClosed(present()));
    for (let number = 0; number < PARTITIONS; number += 1) this.follow(number, places?.get(number));
    return true;
  }

  protected leave(): void {
    this.settings.leave();
  }

  protected async *catchUp(): AsyncGenerator<FeedItem, boolean> {
    for (const lane of this.lanes) lane.waiting = 0;
    const reached = this.lanes.map((lane) => ({ lane, through: lane.partition.position }));
    for (const { lane, through } of reached) {
      // Without a log there is nothing to catch up with; once there is one, `follow` calls for it.
      if (through) yield* this.catchUpWith(lane, through);
      if (through && !isAt(lane.last, through)) {
        await this.unlessClosed(delay(TRY_AGAIN_AFTER_MS));
        return false;
      }
    }
    return true;
  }

  protected *handOn({ lane, item, position }: Happened): Generator<FeedItem, boolean> {
    lane.waiting -= 1;
    yield* this.handOnNew(lane, item, position);
    return false;
  }

  private follow(number: number, last: LogPosition | undefined): void {
    const lane: Lane = {
      last,
      waiting: 0,
      partition: this.settings.join(number, {
        subject: { project: this.settings.project },
        offer: (item, position) => {
          lane.waiting += 1;
          this.happened({ lane, item, position });
        },
        epochChanged: () => this.mustCatchUp(),
      }),
    };
    this.lanes.push(lane);
    if (lane.partition.position) return;
    void lane.partition.ready().then(() => this.mustCatchUp());
  }

  private async *catchUpWith(lane: Lane, through: LogPosition): AsyncGenerator<FeedItem, void> {
    const { epoch } = through;
    if (lane.last?.epoch !== epoch) {
      if (lane.last || epoch > FIRST_EPOCH) yield { kind: 'reset' };
      lane.last = { epoch, offset: -1 };
    }
    if (lane.last.offset < through.offset) yield* this.skipDropped(lane, lane.last, through);
    while (lane.last.offset < through.offset) {
      const to = Math.min(lane.last.offset + STRETCH, through.offset);
      const entries = await this.unlessAway(this.settings.stretches.read(stretchAfter(lane, lane.last, to)));
      if (!entries) return;
      for (const entry of entries) yield* this.handOnEntry(lane, entry, epoch);
      lane.last = { epoch, offset: to };
    }
  }

  /** Tells of what retention has dropped since, and passes by it. */
  private async *skipDropped(lane: Lane, last: LogPosition, through: LogPosition): AsyncGenerator<FeedItem, void> {
    const stretch = stretchAfter(lane, last, through.offset);
    const first = await this.unlessAway(this.settings.stretches.firstRetained(stretch));
    if (first === undefined || first <= stretch.from) return;
    lane.last = { epoch: last.epoch, offset: first - 1 };
    // One number is left out wherever a segment ends.
    if (first > stretch.from + 1) yield { kind: 'reset' };
  }

  /** Undefined: it can't be read for now. */
  private async unlessAway<T>(reading: Promise<T>): Promise<T | undefined> {
    try {
      return await this.unlessClosed(reading);
    } catch (error) {
      const passes = error instanceof StreamMissing || (error instanceof AppError && error.retryable);
      const { log, project } = this.settings;
      if (!passes) log.warn({ project, reason: String(error) }, 'retained events could not be read');
      return undefined;
    }
  }

  private *handOnEntry(lane: Lane, { place, project, offset, message }: LogEntry, epoch: number): Generator<FeedItem> {
    if (!place || project !== this.settings.project) return;
    const text = message.content.toString('utf8');
    const event = parseEvent(text);
    if (event) yield* this.handOnNew(lane, { event, text, sequence: place.sequence }, { epoch, offset });
  }

  private *handOnNew(lane: Lane, { event, text, sequence }: RetainedItem, position: LogPosition): Generator<FeedItem> {
    if (lane.last && !isAfter(position, lane.last)) return;
    lane.last = position;
    if (this.sequences.isNew(event.partitionkey, sequence)) {
      yield { kind: 'event', event, text, place: tokenOf(this.places()) };
    }
  }

  /** Where the listener stands: of a partition of which nothing waits, that is where the partition does. */
  private places(): FeedPlaces {
    const places = new Map<number, LogPosition>();
    for (const { partition, last, waiting } of this.lanes) {
      const place = this.isLive && waiting === 0 ? partition.position : last;
      if (place) places.set(partition.number, place);
    }
    return places;
  }
}

function stretchAfter({ partition }: Lane, { epoch, offset }: LogPosition, to: number): LogStretch {
  return { partition: partition.number, epoch, from: offset + 1, to };
}

function isAt(place: LogPosition | undefined, through: LogPosition): boolean {
  return place?.epoch === through.epoch && place.offset >= through.offset;
}

function isAfter(one: LogPosition, other: LogPosition): boolean {
  return one.epoch === other.epoch ? one.offset > other.offset : one.epoch > other.epoch;
}

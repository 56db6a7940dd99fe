import type { Broker, BrokerLog } from '../broker';
import type { EventPlace } from './event-id';
import { Listeners } from './listeners';
import type { LiveListener } from './listeners';
import { parseEvent } from './log-entry';
import type { LogEntry } from './log-entry';
import type { LogPosition } from './log-reading';
import { readLogStream } from './log-database';
import type { LogDatabase } from './log-database';
import { StreamTail } from './stream-tail';
import type { TailSession, TailStart } from './stream-tail';

export interface LivePartitionSettings {
  broker: Broker;
  database: LogDatabase;
  log: BrokerLog;
  partition: number;
}

const PREFETCH = 200;

/** RabbitMQ closes the channel of a consumer that leaves anything unacknowledged for half an hour. */
const ACKNOWLEDGE_WITHIN_MS = 1_000;

/** Follows one partition's log for all of this process's listeners: each event is read and parsed once at most. */
export class LivePartition {
  private readonly roots = new Listeners();
  private readonly projects = new Listeners();
  private readonly tail: StreamTail;
  private session: TailSession | undefined;
  private newest: LogEntry | undefined;
  private unacknowledged = 0;
  private timer: NodeJS.Timeout | undefined;
  private reached: LogPosition | undefined;
  private begin: () => void = () => undefined;
  private readonly begun = new Promise<void>((resolve) => (this.begin = resolve));

  constructor(private readonly settings: LivePartitionSettings) {
    const { broker, partition } = settings;
    this.tail = new StreamTail({
      broker,
      partition,
      prefetch: PREFETCH,
      locate: () => this.locate(),
      onStart: (start, session) => this.started(start, session),
      onEntry: (entry) => this.dispatch(entry),
    });
    this.tail.start();
  }

  get number(): number {
    return this.settings.partition;
  }

  get isIdle(): boolean {
    return this.roots.isEmpty && this.projects.isEmpty;
  }

  /** Last place whose entry was handed to the listeners; known once `ready` has resolved. */
  get position(): LogPosition | undefined {
    return this.reached && { ...this.reached };
  }

  /** Resolves when the log was found; from then on no entry behind `position` is missed. */
  async ready(): Promise<void> {
    await this.begun;
  }

  add(listener: LiveListener): void {
    const { subject } = listener;
    if ('rootId' in subject) this.roots.add(subject.rootId, listener);
    else this.projects.add(subject.project, listener);
  }

  remove(listener: LiveListener): void {
    const { subject } = listener;
    if ('rootId' in subject) this.roots.remove(subject.rootId, listener);
    else this.projects.remove(subject.project, listener);
  }

  async stop(): Promise<void> {
    await this.tail.stop();
    clearTimeout(this.timer);
  }

  private async locate(): Promise<TailStart | undefined> {
    const stream = await readLogStream(this.settings.database, this.settings.partition);
    if (!stream) return undefined;
    if (this.reached?.epoch === stream.epoch) return { epoch: stream.epoch, from: this.reached.offset + 1 };
    // Not "from now on": which offset that is would never be known, and what came before it could not be told apart.
    return { epoch: stream.epoch, from: this.reached ? 0 : stream.indexedTo + 1 };
  }

  private started(start: TailStart, session: TailSession): void {
    const before = this.reached?.epoch;
    this.session = session;
    this.unacknowledged = 0;
    this.newest = undefined;
    this.reached = { epoch: start.epoch, offset: start.from - 1 };
    this.begin();
    if (before === undefined || before === start.epoch) return;
    this.settings.log.warn({ partition: this.settings.partition, epoch: start.epoch }, 'the log begins anew');
    for (const listener of [...this.roots.all(), ...this.projects.all()]) listener.epochChanged();
  }

  private dispatch(entry: LogEntry): void {
    if (this.reached) {
      this.reached.offset = entry.offset;
      if (entry.place) this.offer(entry, entry.place, { ...this.reached });
    }
    this.newest = entry;
    this.unacknowledged += 1;
    if (this.unacknowledged * 2 >= PREFETCH) this.acknowledge();
    else this.timer ??= setTimeout(() => this.acknowledge(), ACKNOWLEDGE_WITHIN_MS);
  }

  private offer(entry: LogEntry, { rootId, sequence }: EventPlace, position: LogPosition): void {
    const listeners = [...this.roots.of(rootId), ...this.projects.of(entry.project)];
    if (listeners.length === 0) return;
    const text = entry.message.content.toString('utf8');
    const event = parseEvent(text);
    if (event) listeners.forEach((listener) => listener.offer({ event, text, sequence }, position));
  }

  private acknowledge(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.newest) this.session?.acknowledge(this.newest);
    this.newest = undefined;
    this.unacknowledged = 0;
  }
}

import type { Broker, BrokerLog } from '../broker';
import type { EventLog } from './event-log';
import { FeedListener } from './feed-listener';
import type { Listener } from './feed-listener';
import type { FeedPlaces } from './feed-places';
import { readLogStreams } from './log-database';
import type { LogDatabase } from './log-database';
import { LogStretches } from './log-stretches';
import type { LiveListener } from './listeners';
import { LivePartition } from './live-partition';
import { ProjectListener } from './project-listener';

export interface ListenRequest {
  rootId: string;
  /** Sequence of the last event that the listener has; 0: all that is retained; `now`: only what is yet to come. */
  after: number | 'now';
}

export interface ProjectListenRequest {
  project: string;
  /** Where the listener stands; absent: what is yet to come, and perhaps what came a moment ago. */
  after?: FeedPlaces;
}

export interface LiveFeedSettings {
  broker: Broker;
  database: LogDatabase;
  eventLog: EventLog;
  log: BrokerLog;
}

/** A listener's subscription to a partition. */
interface Subscription {
  partition: LivePartition;
  listener: LiveListener;
}

/** Hands on events as they happen. However many listen, a process follows each partition's log once, and only then. */
export class LiveFeed {
  private readonly partitions = new Map<number, LivePartition>();
  private readonly subscriptions = new Map<Listener, Subscription[]>();
  private readonly stopping = new Set<Promise<void>>();
  private readonly stretches: LogStretches;
  private isClosed = false;

  constructor(private readonly settings: LiveFeedSettings) {
    this.stretches = new LogStretches(settings.broker);
  }

  /**
   * Listens to one root: what is retained after the last event that the listener has, then what happens, each sequence
   * once and in order. While the broker is away it waits. The iteration throws SlowListener where events are not
   * taken in time, and ends at once where there is no such root.
   */
  listen(request: ListenRequest): Listener {
    const { eventLog, log } = this.settings;
    const listener: FeedListener = new FeedListener({
      ...request,
      eventLog,
      log,
      join: () => this.joinRoot(listener, request.rootId),
      leave: () => this.leave(listener),
    });
    return this.admit(listener);
  }

  /**
   * Listens to everything in a project: as `listen`, but that only the events of one root come in order. A repeat that
   * comes long after what it repeats may be handed on.
   */
  listenToProject({ project, after }: ProjectListenRequest): Listener {
    const listener: ProjectListener = new ProjectListener({
      project,
      after,
      log: this.settings.log,
      stretches: this.stretches,
      present: () => this.present(),
      join: (partition, part) => this.subscribe(listener, partition, part),
      leave: () => this.leave(listener),
    });
    return this.admit(listener);
  }

  /** Ends all listeners and lets go of the log. */
  async close(): Promise<void> {
    this.isClosed = true;
    [...this.subscriptions.keys()].forEach((listener) => listener.close());
    await Promise.all(this.stopping);
  }

  private admit(listener: Listener): Listener {
    this.subscriptions.set(listener, []);
    if (this.isClosed) listener.close();
    return listener;
  }

  private async joinRoot(listener: FeedListener, rootId: string): Promise<LivePartition | undefined> {
    const text = 'SELECT partition FROM roots WHERE id = $1';
    const [root] = (await this.settings.database.query(text, [rootId])) as { partition: number }[];
    if (!root || !this.subscriptions.has(listener)) return undefined;
    return this.subscribe(listener, root.partition, listener);
  }

  private async present(): Promise<FeedPlaces> {
    const streams = await readLogStreams(this.settings.database);
    return new Map(streams.map(({ partition, epoch, indexedTo }) => [partition, { epoch, offset: indexedTo }]));
  }

  private subscribe(owner: Listener, number: number, listener: LiveListener): LivePartition {
    const partition = this.partitions.get(number) ?? this.follow(number);
    partition.add(listener);
    this.subscriptions.get(owner)?.push({ partition, listener });
    return partition;
  }

  private follow(number: number): LivePartition {
    const { broker, database, log } = this.settings;
    const partition = new LivePartition({ broker, database, log, partition: number });
    this.partitions.set(number, partition);
    return partition;
  }

  private leave(owner: Listener): void {
    const left = this.subscriptions.get(owner) ?? [];
    this.subscriptions.delete(owner);
    for (const { partition, listener } of left) {
      partition.remove(listener);
      if (partition.isIdle) this.stop(partition);
    }
  }

  private stop(partition: LivePartition): void {
    this.partitions.delete(partition.number);
    const stopped: Promise<void> = partition.stop().finally(() => this.stopping.delete(stopped));
    this.stopping.add(stopped);
  }
}

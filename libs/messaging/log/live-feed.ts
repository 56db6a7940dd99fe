import type { Broker, BrokerLog } from '../broker';
import type { EventLog } from './event-log';
import { FeedListener } from './feed-listener';
import type { Listener } from './feed-listener';
import type { LogDatabase } from './log-database';
import { LivePartition } from './live-partition';

export interface ListenRequest {
  rootId: string;
  /** Sequence of the last event that the listener has; 0: all that is retained; `now`: only what is yet to come. */
  after: number | 'now';
}

export interface LiveFeedSettings {
  broker: Broker;
  database: LogDatabase;
  eventLog: EventLog;
  log: BrokerLog;
}

/** Hands on events as they happen. However many listen, a process follows each partition's log once, and only then. */
export class LiveFeed {
  private readonly partitions = new Map<number, LivePartition>();
  private readonly places = new Map<FeedListener, LivePartition>();
  private readonly listeners = new Set<FeedListener>();
  private readonly stopping = new Set<Promise<void>>();
  private isClosed = false;

  constructor(private readonly settings: LiveFeedSettings) {}

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
      join: () => this.join(listener),
      leave: () => this.leave(listener),
    });
    this.listeners.add(listener);
    if (this.isClosed) listener.close();
    return listener;
  }

  /** Ends all listeners and lets go of the log. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.listeners.forEach((listener) => listener.close());
    await Promise.all(this.stopping);
  }

  private async join(listener: FeedListener): Promise<LivePartition | undefined> {
    const text = 'SELECT partition FROM roots WHERE id = $1';
    const [root] = (await this.settings.database.query(text, [listener.rootId])) as { partition: number }[];
    if (!root || !this.listeners.has(listener)) return undefined;
    const partition = this.partitions.get(root.partition) ?? this.follow(root.partition);
    partition.add(listener);
    this.places.set(listener, partition);
    return partition;
  }

  private follow(number: number): LivePartition {
    const { broker, database, log } = this.settings;
    const partition = new LivePartition({ broker, database, log, partition: number });
    this.partitions.set(number, partition);
    return partition;
  }

  private leave(listener: FeedListener): void {
    this.listeners.delete(listener);
    const partition = this.places.get(listener);
    this.places.delete(listener);
    partition?.remove(listener);
    if (!partition?.isIdle) return;
    this.partitions.delete(partition.number);
    const stopped: Promise<void> = partition.stop().finally(() => this.stopping.delete(stopped));
    this.stopping.add(stopped);
  }
}

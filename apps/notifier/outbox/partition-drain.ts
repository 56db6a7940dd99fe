import type { Broker } from '#messaging';
import type { Failpoints } from '#process';
import { BatchPublisher } from './batch-publisher';
import { deletableIds } from './deletable';
import type { OutboxRow, OutboxStore } from './outbox-store';

export interface PartitionDrainSettings {
  partition: number;
  store: OutboxStore;
  broker: Broker;
  failpoints: Failpoints;
  /** Declares the partition's log, before the first publish of each connection. */
  ensureLog: () => Promise<unknown>;
  /** Told after each batch. */
  onBatch: (rows: number, deleted: number) => void;
  /** Told when it can't go on for now; it goes on when it is woken. */
  onFault: (reason: string) => void;
}

const BATCH = 500;
const PUBLISH_TIMEOUT_MS = 4_000;

/** Tells one partition's outbox, in order, whenever it is woken. */
export class PartitionDrain {
  private readonly stopping = new AbortController();
  private publisher: BatchPublisher | undefined;
  private isWoken = true;
  private wakeUp: () => void = () => undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly settings: PartitionDrainSettings) {}

  start(): void {
    this.running ??= this.run();
  }

  /** There may be something to tell. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp();
  }

  /** Resolves when the batch that is under way has been dealt with. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp();
    await this.running;
    this.dropPublisher();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (!this.isWoken) await new Promise<void>((resolve) => (this.wakeUp = resolve));
      this.isWoken = false;
      try {
        await this.drain();
      } catch (error) {
        this.dropPublisher();
        this.settings.onFault(error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async drain(): Promise<void> {
    const { broker, partition, store } = this.settings;
    let rows: OutboxRow[];
    do {
      // A broker that takes nothing would only be told the same things again and again when it does.
      if (this.stopping.signal.aborted || !broker.isConnected || broker.isBlocked) return;
      rows = await store.read(partition, BATCH);
      if (rows.length > 0) await this.tell(rows);
    } while (rows.length === BATCH);
  }

  private async tell(rows: readonly OutboxRow[]): Promise<void> {
    const { failpoints, onBatch, partition, store } = this.settings;
    const publisher = (this.publisher ??= await this.openPublisher());
    const confirmed = await publisher.publish(rows);
    failpoints.reach('notifier-after-confirm');
    const told = rows.map(({ id, rootId }, index) => ({ id, rootId, confirmed: confirmed[index] ?? false }));
    const ids = deletableIds(told);
    if (ids.length > 0) await store.delete(partition, ids);
    failpoints.reach('notifier-after-delete');
    onBatch(rows.length, ids.length);
    if (ids.length < rows.length) throw new Error(`${rows.length - ids.length} notifications were not confirmed`);
  }

  private async openPublisher(): Promise<BatchPublisher> {
    const { broker, ensureLog, partition } = this.settings;
    const channel = await broker.newConfirmChannel();
    // In this order: a broker that loses the log afterwards has ended the channel's connection too.
    await ensureLog();
    const publisher = new BatchPublisher(channel, partition, PUBLISH_TIMEOUT_MS);
    channel.once('close', () => {
      if (this.publisher === publisher) this.publisher = undefined;
    });
    return publisher;
  }

  private dropPublisher(): void {
    this.publisher?.close();
    this.publisher = undefined;
  }
}

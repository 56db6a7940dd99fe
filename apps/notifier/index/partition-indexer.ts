import type { Broker } from '#messaging';
import { StreamTail } from '#messaging';
import type { TailSession, TailStart } from '#messaging';
import { Periodic } from '../platform/periodic';
import type { RetainedLog } from '../retained-log/retained-log';
import type { Expiry } from './expiry';
import { BATCH, IndexRun } from './index-run';
import type { IndexStore } from './index-store';

export interface PartitionIndexerSettings {
  partition: number;
  broker: Broker;
  retainedLog: RetainedLog;
  store: IndexStore;
  expiry: Expiry;
  expiryMs: number;
  onIndexed: (events: number) => void;
  /** Told when it can't go on for now; it tries again by itself. */
  onFault: (reason: string) => void;
}

/** Follows one partition's log from where its index ends, and indexes where each root's events lie. */
export class PartitionIndexer {
  private readonly tail: StreamTail;
  private readonly expiring: Periodic;
  private run: IndexRun | undefined;
  private firstOffset = 0;

  constructor(private readonly settings: PartitionIndexerSettings) {
    const { broker, expiryMs, onFault, partition } = settings;
    this.tail = new StreamTail({
      broker,
      partition,
      // While one batch is committed the next one comes.
      prefetch: 2 * BATCH,
      locate: () => this.locate(),
      onStart: (start, session) => this.begin(start, session),
      onEntry: (entry) => this.run?.add(entry),
      onInterruption: onFault,
    });
    this.expiring = new Periodic(expiryMs, () => this.expire(), onFault);
  }

  start(): void {
    this.tail.start();
    this.expiring.start();
  }

  /** Resolves when nothing more is written. */
  async stop(): Promise<void> {
    await Promise.all([this.expiring.stop(), this.tail.stop()]);
    await this.run?.finish();
  }

  /** The log is declared here too: an interruption may be the first sign that it was lost. */
  private async locate(): Promise<TailStart> {
    const { epoch, indexedTo } = await this.settings.retainedLog.ensure(this.settings.partition);
    return { epoch, from: indexedTo + 1 };
  }

  private begin({ epoch, from }: TailStart, session: TailSession): void {
    const { onFault, onIndexed, partition, store } = this.settings;
    if (this.run?.log.epoch !== epoch) this.firstOffset = 0;
    this.run = new IndexRun({
      log: { partition, epoch },
      indexedTo: from - 1,
      session,
      store,
      onIndexed,
      onEnd: (reason) => {
        onFault(reason);
        this.tail.restart();
      },
    });
  }

  private async expire(): Promise<void> {
    const { run, settings } = this;
    if (!run?.hasIndexed || !settings.broker.isConnected) return;
    const first = await settings.expiry.firstOffset(run.log);
    if (first <= this.firstOffset) return;
    await run.exclusively(() => settings.expiry.forgetBefore(run.log, first));
    this.firstOffset = first;
  }
}

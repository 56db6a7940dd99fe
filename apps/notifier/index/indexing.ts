import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { Broker } from '#messaging';
import type { Logger } from '#process';
import type { NotifierConfig } from '../config';
import type { PartitionWork } from '../ownership/partition-work';
import { CONFIG, LOG, METRICS } from '../platform/tokens';
import { RetainedLog } from '../retained-log/retained-log';
import { Expiry } from './expiry';
import { IndexStore } from './index-store';
import { PartitionIndexer } from './partition-indexer';

/** What is the same for every partition's indexer. */
@Injectable()
export class IndexTools {
  constructor(
    readonly broker: Broker,
    readonly retainedLog: RetainedLog,
    readonly store: IndexStore,
    readonly expiry: Expiry,
  ) {}
}

/** Indexes the logs of the partitions that this process owns. */
@Injectable()
export class Indexing implements PartitionWork {
  private readonly indexers = new Map<number, PartitionIndexer>();
  private readonly indexed: Counter;

  constructor(
    private readonly tools: IndexTools,
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(LOG) private readonly log: Logger,
    @Inject(METRICS) metrics: Registry,
  ) {
    this.indexed = new Counter({
      name: 'kiln_notifier_indexed_total',
      help: 'events of the retained log that were indexed',
      registers: [metrics],
    });
  }

  take(partition: number): void {
    const indexer = new PartitionIndexer({
      partition,
      broker: this.tools.broker,
      retainedLog: this.tools.retainedLog,
      store: this.tools.store,
      expiry: this.tools.expiry,
      expiryMs: this.config.expiryMs,
      onIndexed: (events) => this.indexed.inc(events),
      onFault: (reason) => this.log.warn({ partition, reason }, 'the index of the log waits'),
    });
    this.indexers.set(partition, indexer);
    indexer.start();
  }

  async release(partition: number): Promise<void> {
    const indexer = this.indexers.get(partition);
    this.indexers.delete(partition);
    await indexer?.stop();
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { Broker } from '#messaging';
import { Failpoints } from '#process';
import type { Logger } from '#process';
import { LOG, METRICS } from '../platform/tokens';
import { RetainedLog } from '../retained-log/retained-log';
import { OutboxStore } from './outbox-store';
import { PartitionDrain } from './partition-drain';

/** Makes the drains of the partitions that are taken, which all count and complain in the same place. */
@Injectable()
export class DrainFactory {
  private readonly told: Counter;
  private readonly unconfirmed: Counter;

  constructor(
    private readonly store: OutboxStore,
    private readonly broker: Broker,
    private readonly retainedLog: RetainedLog,
    private readonly failpoints: Failpoints,
    @Inject(LOG) private readonly log: Logger,
    @Inject(METRICS) metrics: Registry,
  ) {
    const registers = [metrics];
    this.told = new Counter({
      name: 'kiln_notifier_told_total',
      help: 'notifications that the broker confirmed',
      registers,
    });
    this.unconfirmed = new Counter({
      name: 'kiln_notifier_unconfirmed_total',
      help: 'notifications that have to be told again, since they or one before them were not confirmed',
      registers,
    });
  }

  create(partition: number): PartitionDrain {
    return new PartitionDrain({
      partition,
      store: this.store,
      broker: this.broker,
      failpoints: this.failpoints,
      ensureLog: () => this.retainedLog.ensure(partition),
      onBatch: (rows, deleted) => {
        this.told.inc(deleted);
        this.unconfirmed.inc(rows - deleted);
      },
      onFault: (reason) => this.log.warn({ partition, reason }, 'notifications wait to be told'),
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Broker } from '#messaging';
import type { Logger } from '#process';
import type { NotifierConfig } from '../config';
import type { PartitionWork } from '../ownership/partition-work';
import { Periodic } from '../platform/periodic';
import { CONFIG, LOG } from '../platform/tokens';
import { DrainFactory } from './drain-factory';
import { Nudges } from './nudges';
import { OutboxStore } from './outbox-store';
import type { PartitionDrain } from './partition-drain';

/** Tells the outboxes of the partitions that this process owns: when nudged, and looking by itself every second. */
@Injectable()
export class Draining implements PartitionWork {
  private readonly drains = new Map<number, PartitionDrain>();
  private readonly looking: Periodic;

  constructor(
    private readonly factory: DrainFactory,
    private readonly store: OutboxStore,
    private readonly nudges: Nudges,
    private readonly broker: Broker,
    @Inject(CONFIG) config: NotifierConfig,
    @Inject(LOG) log: Logger,
  ) {
    this.looking = new Periodic(
      config.lookMs,
      () => this.look(),
      (reason) => log.warn({ reason }, 'the outbox could not be looked at'),
    );
  }

  start(): void {
    this.looking.start();
  }

  async stop(): Promise<void> {
    await this.looking.stop();
  }

  take(partition: number): void {
    const drain = this.factory.create(partition);
    this.drains.set(partition, drain);
    drain.start();
    this.nudges.listen(partition, () => drain.wake());
  }

  async release(partition: number): Promise<void> {
    const drain = this.drains.get(partition);
    this.drains.delete(partition);
    this.nudges.ignore(partition);
    await drain?.stop();
  }

  /** One statement for all partitions, since most of the time there is nothing. */
  private async look(): Promise<void> {
    if (!this.broker.isConnected || this.drains.size === 0) return;
    const waiting = await this.store.waiting([...this.drains.keys()]);
    for (const partition of waiting) this.drains.get(partition)?.wake();
  }
}

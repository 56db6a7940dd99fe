import { Inject, Injectable } from '@nestjs/common';
import { PARTITIONS } from '#messaging';
import { Heartbeat } from '#process';
import type { Logger } from '#process';
import type { NotifierConfig } from '../config';
import { Periodic } from '../platform/periodic';
import { CONFIG, LOG } from '../platform/tokens';
import { PartitionLocks } from './partition-locks';
import { PARTITION_WORK } from './partition-work';
import type { PartitionWork } from './partition-work';
import { planOwnership, shareOf } from './share';

/**
 * Keeps this process in possession of its share of the partitions, as notifiers come and go. Two may believe for a
 * moment that they own one: then something is told twice, and nothing is lost.
 */
@Injectable()
export class Ownership {
  private readonly locks: PartitionLocks;
  private readonly owned = new Set<number>();
  private readonly looking: Periodic;
  /** Where it begins to look for partitions that are free. */
  private readonly first = Math.floor(Math.random() * PARTITIONS);

  constructor(
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(LOG) private readonly log: Logger,
    @Inject(PARTITION_WORK) private readonly works: readonly PartitionWork[],
    private readonly heartbeat: Heartbeat,
  ) {
    this.locks = new PartitionLocks({
      databaseUrl: config.databaseUrl,
      workerId: heartbeat.workerId,
      leaseMs: config.leaseMs,
      onLost: () => this.lost(),
    });
    this.looking = new Periodic(
      config.lookMs,
      () => this.rebalance(),
      (reason) => log.warn({ reason }, 'the partitions could not be shared out'),
    );
  }

  get partitions(): number[] {
    return [...this.owned].sort((a, b) => a - b);
  }

  start(): void {
    this.looking.start();
  }

  /** Finishes what is under way and lets go of all partitions, so that others need not wait. */
  async stop(): Promise<void> {
    await this.looking.stop();
    await Promise.all(this.partitions.map((partition) => this.letGo(partition)));
    await this.locks.close();
  }

  private async rebalance(): Promise<void> {
    if (!this.locks.isConnected) await this.locks.connect();
    const share = shareOf(this.heartbeat.workerId, await this.locks.alive(), PARTITIONS);
    const plan = planOwnership({ owned: this.partitions, share, partitions: PARTITIONS, start: this.first });
    for (const partition of plan.release) {
      await this.letGo(partition);
      await this.locks.unlock(partition);
    }
    const taken = await this.take(plan.candidates, plan.take);
    if (taken < plan.take) await this.endStale();
    if (plan.release.length + taken > 0) this.log.info({ partitions: this.partitions }, 'partitions were shared out');
  }

  private async take(candidates: readonly number[], most: number): Promise<number> {
    let taken = 0;
    for (const partition of candidates) {
      if (taken === most) break;
      if (!(await this.locks.tryLock(partition))) continue;
      taken += 1;
      this.owned.add(partition);
      this.works.forEach((work) => work.take(partition));
    }
    return taken;
  }

  /** After a gap in everybody's heartbeats, as when the database was away, nobody is called stale for a while. */
  private async endStale(): Promise<void> {
    if (this.heartbeat.steadyForMs < this.config.leaseMs) return;
    const ended = await this.locks.endStale();
    if (ended.length > 0) this.log.warn({ notifiers: ended }, 'stale notifiers lost their partitions');
  }

  private async letGo(partition: number): Promise<void> {
    this.owned.delete(partition);
    await Promise.all(this.works.map((work) => work.release(partition)));
  }

  private lost(): void {
    if (this.owned.size > 0) this.log.warn({ partitions: this.partitions }, 'the partitions were lost');
    for (const partition of this.partitions) void this.letGo(partition);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from 'amqplib';
import { Broker, EXCHANGES, isMissingQueue, logKey, logStream, logStreamArguments } from '#messaging';
import type { Logger } from '#process';
import type { NotifierConfig } from '../config';
import { CONFIG, LOG } from '../platform/tokens';
import { EpochStore } from './epoch-store';
import type { LogEpoch } from './epoch-store';

const SECOND_LOOK_MS = 1_000;

/** Declares the streams that retain what was told, and notices when one was lost. */
@Injectable()
export class RetainedLog {
  /** What was last begun for each partition. */
  private readonly ensuring = new Map<number, Promise<unknown>>();

  constructor(
    private readonly broker: Broker,
    private readonly epochs: EpochStore,
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /**
   * Sees to it that the partition's stream is there and bound, and answers its epoch. A stream that is missing was lost:
   * the next epoch is committed before its stream is declared, so that no offset ever means two things. Safe to repeat,
   * also by two at once.
   */
  async ensure(partition: number): Promise<LogEpoch> {
    // One after the other: a stream that one of two is about to declare is missing to the other, but was not lost.
    const before = this.ensuring.get(partition) ?? Promise.resolve();
    const ensured = before.catch(() => undefined).then(() => this.lookAndDeclare(partition));
    this.ensuring.set(partition, ensured);
    return ensured;
  }

  private async lookAndDeclare(partition: number): Promise<LogEpoch> {
    const current = await this.epochs.current(partition);
    if (await this.exists(logStream(current.epoch, partition))) {
      // Not declared again: the broker refuses other arguments than the ones it was made with.
      await this.onChannel((channel) => this.bind(channel, partition, current));
      return current;
    }
    // A log is given up only when it is missing at two looks: what it holds can't be had again.
    if (!current.isNew && (await this.existsAfterAll(logStream(current.epoch, partition))))
      return this.lookAndDeclare(partition);
    const next = current.isNew ? current : await this.epochs.next(partition, current.epoch);
    if (!current.isNew) this.log.warn({ partition, epoch: next.epoch }, 'the log was lost; a new one begins');
    await this.onChannel(async (channel) => {
      await channel.assertQueue(logStream(next.epoch, partition), logStreamArguments(this.config.retention));
      await this.bind(channel, partition, next);
      // Where it was not lost after all, it would only take what nobody reads.
      if (next.epoch !== current.epoch) await channel.deleteQueue(logStream(current.epoch, partition));
    });
    return next;
  }

  private async existsAfterAll(stream: string): Promise<boolean> {
    await wait(SECOND_LOOK_MS);
    return this.exists(stream);
  }

  /** Asked on a channel of its own, which the broker closes if the answer is no. */
  private async exists(stream: string): Promise<boolean> {
    try {
      await this.onChannel((channel) => channel.checkQueue(stream));
      return true;
    } catch (error) {
      if (isMissingQueue(error)) return false;
      throw error;
    }
  }

  private async bind(channel: Channel, partition: number, { epoch }: LogEpoch): Promise<void> {
    await channel.bindQueue(logStream(epoch, partition), EXCHANGES.notifications, logKey(partition));
  }

  private async onChannel(work: (channel: Channel) => Promise<unknown>): Promise<void> {
    const channel = await this.broker.newChannel();
    await work(channel).finally(() => void channel.close().catch(() => undefined));
  }
}

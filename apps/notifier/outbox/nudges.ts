import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from 'amqplib';
import { Broker, NUDGE_QUEUE, nudgeQueue } from '#messaging';
import type { Logger } from '#process';
import { LOG } from '../platform/tokens';

/**
 * Consumes the nudge queues of the partitions that are listened to, all on one channel. A nudge carries nothing, so it
 * is taken without acknowledgement; without any the outbox is still looked at every second.
 */
@Injectable()
export class Nudges {
  private readonly heard = new Map<number, () => void>();
  /** The partitions that the broker sends nudges of, with the consumer's tag. */
  private readonly subscribed = new Map<number, string>();
  private channel: Channel | undefined;
  private reconciling: Promise<void> = Promise.resolve();

  constructor(
    broker: Broker,
    @Inject(LOG) private readonly log: Logger,
  ) {
    broker.openChannel('nudges', (channel) => this.setUp(channel));
  }

  listen(partition: number, heard: () => void): void {
    this.heard.set(partition, heard);
    this.reconcile();
  }

  ignore(partition: number): void {
    this.heard.delete(partition);
    this.reconcile();
  }

  private async setUp(channel: Channel): Promise<void> {
    this.channel = channel;
    this.subscribed.clear();
    channel.once('close', () => {
      if (this.channel === channel) this.channel = undefined;
    });
    this.reconcile();
    await this.reconciling;
  }

  /** One step after the other, however quickly partitions come and go. */
  private reconcile(): void {
    this.reconciling = this.reconciling.then(async () => {
      const { channel } = this;
      if (!channel) return;
      try {
        for (const partition of this.heard.keys()) await this.subscribe(channel, partition);
        for (const partition of this.subscribed.keys()) await this.unsubscribe(channel, partition);
      } catch (error) {
        // On a channel that has gone nothing is heard anyway.
        if (this.channel !== channel) return;
        this.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'nudges are not heard');
      }
    });
  }

  private async subscribe(channel: Channel, partition: number): Promise<void> {
    if (this.subscribed.has(partition)) return;
    const queue = nudgeQueue(partition);
    await channel.assertQueue(queue, NUDGE_QUEUE);
    const { consumerTag } = await channel.consume(queue, () => this.heard.get(partition)?.(), { noAck: true });
    this.subscribed.set(partition, consumerTag);
  }

  private async unsubscribe(channel: Channel, partition: number): Promise<void> {
    const consumerTag = this.subscribed.get(partition);
    if (consumerTag === undefined || this.heard.has(partition)) return;
    this.subscribed.delete(partition);
    await channel.cancel(consumerTag);
  }
}

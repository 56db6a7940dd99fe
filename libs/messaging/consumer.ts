import { RpcException } from '@nestjs/microservices';
import type { ChannelWrapper } from 'amqp-connection-manager';
import type { ConfirmChannel, ConsumeMessage, Options } from 'amqplib';
import { QUEUES } from './topology';
import { within } from './within';

/** A broker that takes nothing answers nothing either; what it is asked, it does as soon as it reads again. */
const ANSWER_WITHIN_MS = 500;

/**
 * Handles one message. It is acknowledged when the promise settles, however it settles: what must not be lost is in
 * the database, and the sweeper says it again. Throw `PoisonMessage` to have it laid in `kiln.dead`.
 */
export type MessageHandler = (message: Delivery) => Promise<void>;

/** A message as it came, with what the broker says of it. */
export type Delivery = ConsumeMessage;

/** The message can't be understood by anyone, now or later. */
export class PoisonMessage extends RpcException {
  /** What Nest's exception filter passes on: the fault itself, so that it is still recognised behind a handler. */
  override getError(): object {
    return this;
  }
}

export interface ConsumerOptions {
  prefetch: number;
  /** Told when a handler failed in another way than PoisonMessage. */
  onFault?: (error: unknown) => void;
}

interface ConsumerPorts {
  open(setup: (channel: ConfirmChannel) => Promise<void>): ChannelWrapper;
  lost(why: string): void;
  closed(): void;
}

/** One consumer of one queue, which can be paused and goes on after a reconnect. Acknowledges one by one. */
export class Consumer {
  private readonly wrapper: ChannelWrapper;
  private channel: ConfirmChannel | undefined;
  private tag: string | undefined;
  private paused = false;
  private closed = false;

  constructor(
    private readonly queue: string,
    private readonly handler: MessageHandler,
    private readonly options: ConsumerOptions & ConsumerPorts,
  ) {
    this.wrapper = options.open((channel) => this.start(channel));
  }

  /** Resolves when the broker has confirmed the consumer. */
  async ready(): Promise<void> {
    await this.wrapper.waitForConnect();
  }

  /** Takes no further message, or few where the broker is slow to answer; those at hand are finished. */
  async pause(): Promise<void> {
    this.paused = true;
    await this.unsubscribe();
  }

  async resume(): Promise<void> {
    if (!this.paused || this.closed) return;
    this.paused = false;
    // If the channel is going away, the next one subscribes.
    if (this.channel) await this.subscribe(this.channel).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.pause();
    this.closed = true;
    this.options.closed();
    await within(ANSWER_WITHIN_MS, this.wrapper.close()).catch(() => undefined);
  }

  private async start(channel: ConfirmChannel): Promise<void> {
    this.channel = channel;
    this.tag = undefined;
    channel.once('close', () => {
      if (this.channel === channel) this.channel = undefined;
    });
    await channel.prefetch(this.options.prefetch);
    if (!this.paused) await this.subscribe(channel);
  }

  private async subscribe(channel: ConfirmChannel): Promise<void> {
    const { consumerTag } = await channel.consume(this.queue, (message) => {
      if (message) void this.deliver(channel, message);
      else this.options.lost(`the broker cancelled the consumer of ${this.queue}`);
    });
    if (this.channel !== channel) return;
    if (this.tag !== undefined) await channel.cancel(consumerTag);
    else this.tag = consumerTag;
    // A pause that came while the broker was still answering found nothing to cancel.
    if (this.paused) await this.unsubscribe();
  }

  private async unsubscribe(): Promise<void> {
    const { channel, tag } = this;
    this.tag = undefined;
    if (channel && tag !== undefined) await within(ANSWER_WITHIN_MS, channel.cancel(tag)).catch(() => undefined);
  }

  private async deliver(channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    let settled = true;
    try {
      await this.handler(message);
    } catch (error) {
      if (error instanceof PoisonMessage) settled = await this.bury(channel, message, error.message);
      else this.options.onFault?.(error);
    }
    this.settle(channel, message, settled);
  }

  /** Lays the message in `kiln.dead` and tells whether the broker has confirmed it. */
  private async bury(channel: ConfirmChannel, message: ConsumeMessage, reason: string): Promise<boolean> {
    const headers = { ...message.properties.headers, 'x-kiln-reason': reason, 'x-kiln-queue': this.queue };
    const options: Options.Publish = { headers, persistent: true };
    return new Promise<boolean>((resolve) => {
      try {
        channel.publish('', QUEUES.dead, message.content, options, (error: unknown) => resolve(!error));
      } catch {
        resolve(false);
      }
    });
  }

  /**
   * Acknowledges; what could not be buried is refused, and the broker itself lays it in `kiln.dead`. A channel that
   * closed meanwhile takes neither, and the broker delivers the message again.
   */
  private settle(channel: ConfirmChannel, message: ConsumeMessage, settled: boolean): void {
    if (this.closed || this.channel !== channel) return;
    try {
      if (settled) channel.ack(message);
      else channel.nack(message, false, false);
    } catch {
      // The channel is closing.
    }
  }
}

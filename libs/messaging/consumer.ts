import type { ChannelWrapper } from 'amqp-connection-manager';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { QUEUES } from './topology';

/**
 * Handles one message. It is acknowledged when the promise settles, however it settles: what must not be lost is in
 * the database, and the sweeper says it again. Throw `PoisonMessage` to have it laid in `kiln.dead`.
 */
export type MessageHandler = (message: ConsumeMessage) => Promise<void>;

/** The message can't be understood by anyone, now or later. */
export class PoisonMessage extends Error {}

export interface ConsumerOptions {
  prefetch: number;
  arguments?: Record<string, unknown>;
  /** Told when a handler failed in another way than PoisonMessage. */
  onFault?: (error: unknown) => void;
}

interface ConsumerPorts {
  open(setup: (channel: ConfirmChannel) => Promise<void>): ChannelWrapper;
  lost(why: string): void;
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

  /** Takes no further message; those at hand are finished. */
  async pause(): Promise<void> {
    this.paused = true;
    const { channel, tag } = this;
    this.tag = undefined;
    if (channel && tag !== undefined) await channel.cancel(tag).catch(() => undefined);
  }

  async resume(): Promise<void> {
    if (!this.paused || this.closed) return;
    this.paused = false;
    if (this.channel) await this.subscribe(this.channel).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pause();
    await this.wrapper.close().catch(() => undefined);
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
    const { consumerTag } = await channel.consume(
      this.queue,
      (message) => {
        if (message) void this.deliver(channel, message);
        else this.options.lost(`the broker cancelled the consumer of ${this.queue}`);
      },
      { noAck: false, ...(this.options.arguments ? { arguments: this.options.arguments } : {}) },
    );
    this.tag = consumerTag;
  }

  private async deliver(channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    try {
      await this.handler(message);
    } catch (error) {
      if (error instanceof PoisonMessage) await this.bury(channel, message, error.message);
      else this.options.onFault?.(error);
    }
    this.acknowledge(channel, message);
  }

  private async bury(channel: ConfirmChannel, message: ConsumeMessage, reason: string): Promise<void> {
    const headers = { ...message.properties.headers, 'x-kiln-reason': reason, 'x-kiln-queue': this.queue };
    await new Promise<void>((resolve) => {
      channel.publish('', QUEUES.dead, message.content, { headers, persistent: true }, () => resolve());
    });
  }

  /** A channel that closed meanwhile takes no acknowledgement; the broker delivers the message again. */
  private acknowledge(channel: ConfirmChannel, message: ConsumeMessage): void {
    if (this.closed || this.channel !== channel) return;
    channel.ack(message);
  }
}

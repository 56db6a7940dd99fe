import { connect } from 'amqp-connection-manager';
import type { AmqpConnectionManager, ChannelWrapper } from 'amqp-connection-manager';
import type { ConfirmChannel, Options } from 'amqplib';
import { AppError } from '#contracts';
import { Consumer } from './consumer';
import type { ConsumerOptions, MessageHandler } from './consumer';
import { ConfirmedPublisher } from './confirmed-publisher';
import { declareWorkTopology } from './topology';

export interface BrokerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface BrokerSettings {
  url: string;
  /** Shown in the broker's list of connections. */
  name: string;
  log: BrokerLog;
  /** How long a publish waits for the broker's confirm. */
  publishTimeoutMs?: number;
  /** Declares what this process needs beyond commands and work; runs on every (re)connect, before the first publish. */
  declare?: (channel: ConfirmChannel) => Promise<void>;
}

const PUBLISH_TIMEOUT_MS = 1_000;
const RECONNECT_SECONDS = 1;
const HEARTBEAT_SECONDS = 5;

/**
 * The process's connection to RabbitMQ. It comes back by itself. While it is away `publish` fails at once
 * with AppError `broker-unavailable`: nothing is kept in memory, since the database holds what is to be said.
 */
export class Broker {
  private readonly manager: AmqpConnectionManager;
  private readonly channel: ChannelWrapper;
  private readonly consumers = new Set<Consumer>();
  private publisher: ConfirmedPublisher | undefined;
  private closing = false;

  constructor(private readonly settings: BrokerSettings) {
    this.manager = connect([settings.url], {
      heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
      reconnectTimeInSeconds: RECONNECT_SECONDS,
      connectionOptions: { timeout: 5_000, clientProperties: { connection_name: settings.name } },
    });
    this.manager.on('disconnect', ({ err }) => {
      if (!this.closing) settings.log.warn({ reason: reasonOf(err) }, 'the broker is away');
    });
    this.manager.on('connectFailed', ({ err }) => settings.log.warn({ reason: reasonOf(err) }, 'the broker is away'));
    this.channel = this.openChannel('publisher', (channel) => this.prepare(channel));
  }

  get isConnected(): boolean {
    return this.publisher !== undefined;
  }

  /** Resolves when the connection is up and the topology declared, for the first time or again. */
  async ready(): Promise<void> {
    await this.channel.waitForConnect();
  }

  /**
   * Publishes and waits for the broker's confirm. With `mandatory`, a message that no queue took is a failure.
   * Rejects with AppError `broker-unavailable` (retryable) when disconnected, refused, returned or not confirmed in time:
   * the message may then have been taken or not.
   */
  async publish(exchange: string, routingKey: string, content: Buffer, options: Options.Publish = {}): Promise<void> {
    if (!this.publisher) throw new AppError('broker-unavailable', 'RabbitMQ is not connected', { retryable: true });
    await this.publisher.publish(exchange, routingKey, content, options);
  }

  /** Publishes a JSON message that survives a restart of the broker. */
  async publishJson(exchange: string, routingKey: string, message: object): Promise<void> {
    const content = Buffer.from(JSON.stringify(message));
    await this.publish(exchange, routingKey, content, { contentType: 'application/json', persistent: true });
  }

  /** Consumes a queue until the consumer is closed; it goes on by itself after a reconnect. */
  consume(queue: string, handler: MessageHandler, options: ConsumerOptions): Consumer {
    const consumer: Consumer = new Consumer(queue, handler, {
      ...options,
      open: (setup) => this.openChannel(`consumer of ${queue}`, setup),
      lost: (why) => this.reconnect(why),
    });
    this.consumers.add(consumer);
    return consumer;
  }

  /** Runs declarations or look-ups on the publisher's channel; undefined while disconnected. */
  get rawChannel(): ConfirmChannel | undefined {
    return this.publisher?.channel;
  }

  /** Opens a channel of its own, set up again after each reconnect. */
  openChannel(name: string, setup: (channel: ConfirmChannel) => Promise<void>): ChannelWrapper {
    return this.manager.createChannel({
      name,
      confirm: true,
      setup: async (channel: ConfirmChannel) => {
        channel.on('error', (error: Error) =>
          this.settings.log.warn({ channel: name, reason: error.message }, 'channel closed by the broker'),
        );
        channel.on('close', () => this.reconnect(`channel "${name}" closed`));
        await setup(channel);
      },
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    this.publisher = undefined;
    await Promise.all([...this.consumers].map((consumer) => consumer.close()));
    await this.manager.close();
  }

  private async prepare(channel: ConfirmChannel): Promise<void> {
    await declareWorkTopology(channel);
    await this.settings.declare?.(channel);
    const publisher = new ConfirmedPublisher(channel, this.settings.publishTimeoutMs ?? PUBLISH_TIMEOUT_MS);
    channel.once('close', () => {
      if (this.publisher === publisher) this.publisher = undefined;
      publisher.fail('the connection to RabbitMQ was lost');
    });
    this.publisher = publisher;
    this.settings.log.info({}, 'connected to the broker');
  }

  /** A channel that the broker closed is not opened again by the connection manager; a new connection opens them all. */
  private reconnect(why: string): void {
    if (this.closing || !this.manager.isConnected()) return;
    this.settings.log.warn({ reason: why }, 'reconnecting to the broker');
    this.manager.reconnect();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

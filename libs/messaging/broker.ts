import { connect } from 'amqp-connection-manager';
import type { AmqpConnectionManager, ChannelWrapper } from 'amqp-connection-manager';
import type { Channel, ChannelModel, ConfirmChannel, Options } from 'amqplib';
import { Consumer } from './consumer';
import type { ConsumerOptions, MessageHandler } from './consumer';
import { ConfirmedPublisher, unavailable } from './confirmed-publisher';
import { declareWorkTopology } from './topology';
import { within } from './within';

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
/** A broker that does not answer the goodbye is left without one. */
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * The process's connection to RabbitMQ. It comes back by itself. While it is away, or takes nothing, `publish` fails at
 * once with AppError `broker-unavailable`: nothing is kept in memory, since the database holds what is to be said.
 */
export class Broker {
  private readonly manager: AmqpConnectionManager;
  private readonly consumers = new Set<Consumer>();
  private readonly waiting = new Set<() => void>();
  private publisher: ConfirmedPublisher | undefined;
  private dropped: ChannelModel | undefined;
  private blocked = false;
  private closing = false;

  constructor(private readonly settings: BrokerSettings) {
    this.manager = connect([settings.url], {
      heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
      reconnectTimeInSeconds: RECONNECT_SECONDS,
      // Without delay: much of what is sent is small, and waited for.
      connectionOptions: { timeout: 5_000, noDelay: true, clientProperties: { connection_name: settings.name } },
    });
    const away = ({ err }: { err: unknown }): void => {
      this.blocked = false;
      if (!this.closing) settings.log.warn({ reason: reasonOf(err) }, 'the broker is away');
    };
    this.manager.on('disconnect', away);
    this.manager.on('connectFailed', away);
    this.manager.on('blocked', ({ reason }) => {
      this.blocked = true;
      settings.log.warn({ reason }, 'the broker takes no messages');
    });
    this.manager.on('unblocked', () => {
      this.blocked = false;
    });
    this.keepChannel('publisher', (channel) => this.prepare(channel));
  }

  private get publishTimeoutMs(): number {
    return this.settings.publishTimeoutMs ?? PUBLISH_TIMEOUT_MS;
  }

  /** Whether the connection is up and the topology declared. */
  get isConnected(): boolean {
    return this.publisher !== undefined;
  }

  /** Whether the broker has stopped taking messages (its disk or memory is full); publishes would only pile up here. */
  get isBlocked(): boolean {
    return this.blocked;
  }

  /** Resolves when the connection is up and the topology declared, for the first time or again; never after `close`. */
  async ready(): Promise<void> {
    if (this.publisher) return;
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /**
   * Publishes and waits for the broker's confirm. With `mandatory`, a message that no queue took is a failure.
   * Rejects with AppError `broker-unavailable` (retryable): at once, and keeping nothing, when disconnected or blocked;
   * when refused, returned or not confirmed in time the message may have been taken or not.
   */
  async publish(exchange: string, routingKey: string, content: Buffer, options: Options.Publish = {}): Promise<void> {
    if (!this.publisher) throw unavailable('is not connected');
    if (this.blocked) throw unavailable('takes no messages at present');
    await this.publisher.publish(exchange, routingKey, content, options);
  }

  /** Publishes a JSON message that survives a restart of the broker. */
  async publishJson(exchange: string, routingKey: string, message: object): Promise<void> {
    const content = Buffer.from(JSON.stringify(message));
    await this.publish(exchange, routingKey, content, { contentType: 'application/json', persistent: true });
  }

  /**
   * How many messages of a queue wait to be taken. Rejects with AppError `broker-unavailable`, within the time of a
   * publish: a broker that takes no messages answers nothing else on the connection either.
   */
  async countWaiting(queue: string): Promise<number> {
    if (this.blocked) throw unavailable('takes no messages at present');
    const counted = this.newChannel().then(async (channel) => {
      const { messageCount } = await channel.checkQueue(queue);
      void channel.close().catch(() => undefined);
      return messageCount;
    });
    return within(this.publishTimeoutMs, counted).catch((cause: unknown) => {
      throw unavailable('does not answer', cause);
    });
  }

  /** Consumes a queue until the consumer is closed; it goes on by itself after a reconnect. */
  consume(queue: string, handler: MessageHandler, options: ConsumerOptions): Consumer {
    const consumer: Consumer = new Consumer(queue, handler, {
      ...options,
      open: (setup) => this.openChannel(`consumer of ${queue}`, setup),
      lost: (why) => this.reconnect(why),
      closed: () => this.consumers.delete(consumer),
    });
    this.consumers.add(consumer);
    return consumer;
  }

  /**
   * Opens a channel that is set up again after each reconnect, when the topology is declared. If the broker closes it,
   * or the set-up fails, the whole connection is made anew: the connection manager opens no single channel again.
   */
  openChannel(name: string, setup: (channel: ConfirmChannel) => Promise<void>): ChannelWrapper {
    return this.keepChannel(name, async (channel) => {
      const gone = new AbortController();
      channel.once('close', () => gone.abort());
      // On a broker that lost its queues, asking for one before it is declared would end the connection, for ever.
      await this.ready();
      if (!gone.signal.aborted) await setup(channel);
    });
  }

  /**
   * A channel for one purpose, gone with the present connection; its owner closes it. What closes it (a queue that is
   * not there closes the channel that asks for it) concerns nobody else. Rejects with AppError `broker-unavailable`.
   */
  async newChannel(): Promise<Channel> {
    return quiet(await this.connected((connection) => connection.createChannel()));
  }

  /** As `newChannel`, with publisher confirms. */
  async newConfirmChannel(): Promise<ConfirmChannel> {
    return quiet(await this.connected((connection) => connection.createConfirmChannel()));
  }

  /** Ends consumers and connection, within seconds even if the broker does not answer. */
  async close(): Promise<void> {
    this.closing = true;
    this.publisher = undefined;
    const goodbye = Promise.all([...this.consumers].map((consumer) => consumer.close())).then(() =>
      this.manager.close(),
    );
    await within(CLOSE_TIMEOUT_MS, goodbye).catch(() => undefined);
  }

  private keepChannel(name: string, setup: (channel: ConfirmChannel) => Promise<void>): ChannelWrapper {
    const wrapper = this.manager.createChannel({
      name,
      confirm: true,
      setup: async (channel: ConfirmChannel) => {
        channel.on('error', (error: Error) => this.reconnect(`channel "${name}": ${error.message}`));
        await setup(channel);
      },
    });
    wrapper.on('error', (error: Error) => this.reconnect(`channel "${name}" was not set up: ${error.message}`));
    return wrapper;
  }

  private async connected<T>(open: (connection: ChannelModel) => Promise<T>): Promise<T> {
    const { connection } = this.manager;
    if (!connection || this.closing) throw unavailable('is not connected');
    try {
      return await open(connection);
    } catch (cause) {
      throw unavailable('is not connected', cause);
    }
  }

  private async prepare(channel: ConfirmChannel): Promise<void> {
    await declareWorkTopology(channel);
    await this.settings.declare?.(channel);
    const publisher = new ConfirmedPublisher(channel, this.publishTimeoutMs);
    channel.once('close', () => {
      if (this.publisher === publisher) this.publisher = undefined;
    });
    if (this.closing) return;
    this.publisher = publisher;
    this.settings.log.info({}, 'connected to the broker');
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  /**
   * Closes the connection, once however many ask; the manager then makes a new one. Its own `reconnect` is not used: it
   * takes the connection's error listener away first, so that a failure while closing would end the process.
   */
  private reconnect(why: string): void {
    const { connection } = this.manager;
    if (this.closing || !connection || this.dropped === connection) return;
    this.dropped = connection;
    this.settings.log.warn({ reason: why }, 'reconnecting to the broker');
    connection.close().catch(() => undefined);
  }
}

function quiet<T extends Channel>(channel: T): T {
  channel.on('error', () => undefined);
  return channel;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

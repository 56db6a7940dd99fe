import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CloudEvent, Notification, RootId } from '#contracts';
import { Environment } from '#configuration';
import { appendNotifications, createDataSource } from '#entities';
import type { LockedRoot } from '#entities';
import { Broker, EventLog, LiveFeed } from '#messaging';
import { createLogger } from '#process';
import { loadConfig } from '../../apps/notifier/config';
import { startNotifier } from '../../apps/notifier/notifier';
import type { Notifier } from '../../apps/notifier/notifier';
import { createTestDatabase } from './database';
import { SeverableProxy } from './severable-proxy';
import { until } from './until';
import { createVirtualHost } from './virtual-host';

const LOCK_ROOTS = `
  SELECT id, project, partition, sequence, clock_timestamp() AS at FROM roots
  WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`;

interface Parts {
  database: DataSource;
  databaseUrl: string;
  notifierProxy: SeverableProxy;
  readerProxy: SeverableProxy;
  drop: () => Promise<void>;
}

/** What a notifier stands on: a database, a virtual host, and those who write to the outbox and read the log. */
export class Notifying {
  private readonly notifiers = new Set<Notifier>();
  readonly database: DataSource;
  /** The readers' connection. */
  readonly broker: Broker;
  readonly eventLog: EventLog;
  readonly liveFeed: LiveFeed;

  private constructor(private readonly parts: Parts) {
    this.database = parts.database;
    const log = { info: () => undefined, warn: () => undefined };
    this.broker = new Broker({ url: parts.readerProxy.url, name: 'reader', log });
    const { broker, database } = this;
    this.eventLog = new EventLog({ broker, database });
    this.liveFeed = new LiveFeed({ broker, database, eventLog: this.eventLog, log });
  }

  static async start(): Promise<Notifying> {
    const [databaseServer, host] = await Promise.all([createTestDatabase(), createVirtualHost()]);
    const { url: databaseUrl } = databaseServer;
    const database = createDataSource({ url: databaseUrl, applicationName: 'kiln-test', poolSize: 4 });
    await database.initialize();
    const [notifierProxy, readerProxy] = await Promise.all([
      SeverableProxy.start(host.url),
      SeverableProxy.start(host.url),
    ]);
    const drop = async (): Promise<void> => {
      await Promise.all([notifierProxy.stop(), readerProxy.stop(), database.destroy()]);
      await host.drop();
      await databaseServer.drop();
    };
    const ground = new Notifying({ database, databaseUrl, notifierProxy, readerProxy, drop });
    await ground.broker.ready();
    return ground;
  }

  /** Between the notifiers and RabbitMQ. */
  get notifierProxy(): SeverableProxy {
    return this.parts.notifierProxy;
  }

  /** Between the readers and RabbitMQ. */
  get readerProxy(): SeverableProxy {
    return this.parts.readerProxy;
  }

  /** The environment of a notifier that is in a hurry. */
  environment(env: Record<string, string> = {}): Record<string, string> {
    return {
      DATABASE_URL: this.parts.databaseUrl,
      RABBITMQ_URL: this.notifierProxy.url,
      KILN_SECRET_KEY: randomBytes(32).toString('base64'),
      KILN_LOG_LEVEL: 'silent',
      KILN_HEARTBEAT_MS: '100',
      KILN_LEASE_MS: '1500',
      KILN_NOTIFIER_LOOK_MS: '100',
      KILN_NOTIFIER_EXPIRY_MS: '200',
      ...env,
    };
  }

  async startNotifier(env: Record<string, string> = {}): Promise<Notifier> {
    const config = loadConfig(new Environment(this.environment(env)));
    const notifier = await startNotifier(config, createLogger('notifier', config.logLevel));
    this.notifiers.add(notifier);
    return notifier;
  }

  async stopNotifiers(): Promise<void> {
    await Promise.all([...this.notifiers].map((notifier) => this.stopNotifier(notifier)));
  }

  async stopNotifier(notifier: Notifier): Promise<void> {
    this.notifiers.delete(notifier);
    await notifier.stop();
  }

  async addRoot(partition = 0, project = 'p'): Promise<RootId> {
    const id = randomUUID() as RootId;
    await this.database.query('INSERT INTO roots (id, project, partition) VALUES ($1, $2, $3)', [
      id,
      project,
      partition,
    ]);
    return id;
  }

  /** Commits notifications as a group commit does, and nudges nobody. */
  async tell(rootId: RootId, count: number, data: Partial<Notification['data']> = {}): Promise<void> {
    await this.tellInTurn([[rootId, count]], data);
  }

  /** Commits notifications of several roots, in this order, at once. */
  async tellInTurn(turns: readonly [RootId, number][], data: Partial<Notification['data']> = {}): Promise<void> {
    await this.database.transaction(async (manager) => {
      const roots = new Map<string, LockedRoot>();
      const ids = [...new Set(turns.map(([rootId]) => rootId))];
      for (const root of await manager.query<LockedRoot[]>(LOCK_ROOTS, [ids])) roots.set(root.id, root);
      const told = turns.map(([rootId, count]) => ({
        root: roots.get(rootId)!,
        notifications: Array.from({ length: count }, () => notification(rootId, data)),
      }));
      await appendNotifications((text, values) => manager.query(text, values), told);
    });
  }

  /** Resolves when the outbox is empty. */
  async told(): Promise<void> {
    await until('the outbox is empty', async () => (await this.count('SELECT 1 FROM outbox')) === 0);
  }

  /** Resolves when all that is published of the root is in the index. */
  async indexed(rootId: RootId): Promise<void> {
    await this.told();
    await until('the root is indexed', async () => {
      const text = `
        SELECT 1 FROM roots r JOIN log_streams s USING (partition)
        JOIN log_stretches x ON x.root_id = r.id AND x.epoch = s.epoch AND x.last_sequence = r.sequence
        WHERE r.id = $1`;
      return (await this.count(text, [rootId])) > 0;
    });
  }

  async count(text: string, values: unknown[] = []): Promise<number> {
    return (await this.database.query<unknown[]>(text, values)).length;
  }

  /** All retained events of the root, page by page. */
  async readAll(rootId: RootId, limit = 1_000): Promise<{ events: CloudEvent[]; completeFrom: number }> {
    const events: CloudEvent[] = [];
    let after: number | undefined = 0;
    let completeFrom = 1;
    while (after !== undefined) {
      const page = await this.eventLog.read({ rootId, after, limit });
      events.push(...page.events);
      completeFrom = Math.max(completeFrom, page.completeFrom);
      after = page.next;
    }
    return { events, completeFrom };
  }

  async stop(): Promise<void> {
    this.notifierProxy.restore();
    await this.stopNotifiers();
    await this.liveFeed.close();
    await this.broker.close();
    await this.parts.drop();
  }
}

export const sequencesOf = (events: readonly CloudEvent[]): number[] => events.map(({ sequence }) => Number(sequence));

export const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function notification(rootId: RootId, data: Partial<Notification['data']>): Notification {
  return {
    kind: 'resource',
    data: {
      stack_id: rootId,
      stack_name: 'a stack',
      resource_name: 'a resource',
      resource_type: 'OS::Heat::None',
      action: 'CREATE',
      status: 'COMPLETE',
      ...data,
    },
  };
}

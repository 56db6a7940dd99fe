import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Environment } from '#configuration';
import { createDataSource } from '#entities';
import { createLogger } from '#process';
import { loadConfig } from '../../apps/api/config';
import type { KnownRoute } from '../../apps/api/edge/known-routes';
import type { OpenEvents } from '../../apps/api/events/event-ports';
import { startApi } from '../../apps/api/start-api';
import { ApiClient } from './api-client';
import { createTestDatabase } from './database';
import { FakeListener } from './fake-events';
import type { TestDatabase } from './database';
import { createVirtualHost } from './virtual-host';

export interface ApiOptions {
  env?: Record<string, string>;
  openEvents?: OpenEvents;
  /** Of another api, which then drops it; absent: one of its own. */
  database?: { url: string };
  /** Puts something between the api and its servers: URL in, URL out. */
  reroute?: (urls: { database: string; broker: string }) => Promise<{ database: string; broker: string }>;
}

// Threads run compiled code: `npm test` builds before it tests.
const CHECK_WORKER = join(__dirname, '../../dist/apps/api/checking/check-worker.js');

/** No event is retained and none happens. */
const noEvents: OpenEvents = () => ({
  reader: {
    read: () => Promise.resolve({ events: [], completeFrom: 1, next: undefined }),
    find: () => Promise.resolve({ outcome: 'unknown' }),
  },
  feed: {
    listen: () => {
      throw new Error('this test has no live feed');
    },
    listenToProject: () => {
      const listener = new FakeListener();
      listener.close();
      return listener;
    },
  },
  close: () => Promise.resolve(),
});

function borrow({ url }: { url: string }): TestDatabase {
  return { url, drop: () => Promise.resolve() };
}

interface Parts {
  port: number;
  routes: readonly KnownRoute[];
  database: DataSource;
  brokerUrl: string;
  adminToken: string;
  cleanups: (() => Promise<unknown>)[];
}

/** The api inside this process, over HTTP, with a database and a virtual host of its own. */
export class ApiInProcess {
  readonly url: string;
  /** Every route that it has. */
  readonly routes: readonly KnownRoute[];
  readonly database: DataSource;
  readonly brokerUrl: string;
  readonly adminToken: string;
  /** An admin of the project "default". */
  readonly admin: ApiClient;
  /** Sends no credentials, unless a request's own headers do. */
  readonly anonymous: ApiClient;
  private readonly cleanups: (() => Promise<unknown>)[];

  private constructor({ port, routes, database, brokerUrl, adminToken, cleanups }: Parts) {
    this.url = `http://127.0.0.1:${port}`;
    this.routes = routes;
    this.database = database;
    this.brokerUrl = brokerUrl;
    this.adminToken = adminToken;
    this.admin = new ApiClient(this.url, adminToken);
    this.anonymous = new ApiClient(this.url, '');
    this.cleanups = cleanups;
  }

  static async start({
    env = {},
    openEvents = noEvents,
    database: shared,
    reroute,
  }: ApiOptions = {}): Promise<ApiInProcess> {
    const [own, host] = await Promise.all([shared ? borrow(shared) : createTestDatabase(), createVirtualHost()]);
    const urls = { database: own.url, broker: host.url };
    const seen = reroute ? await reroute(urls) : urls;
    const adminToken = randomBytes(32).toString('hex');
    const environment = new Environment({
      DATABASE_URL: seen.database,
      RABBITMQ_URL: seen.broker,
      KILN_SECRET_KEY: randomBytes(32).toString('base64'),
      KILN_TOKEN: adminToken,
      KILN_API_PORT: '0',
      KILN_API_DRAIN_MS: '0',
      ...env,
    });
    const config = loadConfig(environment);
    const log = createLogger('api', env['KILN_LOG_LEVEL'] ?? 'silent');
    const running = await startApi({ config, log, openEvents, checkWorkerFile: CHECK_WORKER });
    const database = createDataSource({ url: own.url, applicationName: 'kiln-test', poolSize: 4 });
    await database.initialize();
    const cleanups = [() => running.stop(), () => database.destroy(), () => own.drop(), () => host.drop()];
    return new ApiInProcess({
      port: running.port,
      routes: running.routes,
      database,
      brokerUrl: host.url,
      adminToken,
      cleanups,
    });
  }

  /** A client with a token of its own. */
  async clientOf(project: string, roles: string[], expiresAt: Date | null = null): Promise<ApiClient> {
    return new ApiClient(this.url, await this.tokenOf(project, roles, expiresAt));
  }

  async tokenOf(project: string, roles: string[], expiresAt: Date | null = null): Promise<string> {
    const prefix = randomBytes(6).toString('hex');
    const token = `kiln_${prefix}_${randomBytes(32).toString('hex')}`;
    const hash = createHash('sha256').update(token).digest();
    await this.database.query(
      'INSERT INTO tokens (prefix, hash, name, project, roles, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [prefix, hash, `${roles.join('+')} of ${project}`, project, roles, expiresAt],
    );
    return token;
  }

  async stop(): Promise<void> {
    for (const cleanup of this.cleanups) await cleanup();
  }
}

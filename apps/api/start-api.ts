import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import type { JsonObject } from '#contracts';
import { SecretBox, createDataSource } from '#entities';
import { Broker } from '#messaging';
import { AdminServer, Heartbeat, createMetrics } from '#process';
import type { Logger, ReadinessChecks } from '#process';
import { loadResourceTypes } from '#resources';
import { createApi } from './api';
import type { Api } from './api';
import type { Authenticator } from './auth/authenticator';
import { putConfiguredToken } from './auth/configured-token';
import { openAuthenticator } from './auth/open-authenticator';
import { TokenStore } from './auth/token-store';
import { TemplateChecks } from './checking/template-checks';
import { ThreadedChecker } from './checking/threaded-checker';
import type { ApiConfig } from './config';
import { Database } from './database/database';
import type { KnownRoute } from './edge/known-routes';
import { OpenRequests } from './edge/open-requests';
import { RateLimit } from './edge/rate-limit';
import type { OpenEvents } from './events/event-ports';
import { OperationAnnouncer } from './operations/operation-announcer';
import type { Platform } from './platform/platform';
import { Settings } from './platform/settings';

export interface ApiSettings {
  config: ApiConfig;
  log: Logger;
  openEvents: OpenEvents;
  /** The compiled `checking/check-worker`, which threads are started with. */
  checkWorkerFile: string;
}

export interface RunningApi {
  port: number;
  adminPort: number;
  routes: readonly KnownRoute[];
  stop(): Promise<void>;
}

/** What is to be undone when the process stops, the newest first. */
class Undo {
  private readonly steps: (() => Promise<unknown>)[] = [];

  add(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  /** A step that fails holds up none of the others. */
  async run(): Promise<void> {
    for (const step of this.steps) await step().catch(() => undefined);
  }
}

/** Opens everything the api stands on, starts to listen, and says how to stop. What was opened is closed where it fails. */
export async function startApi(settings: ApiSettings): Promise<RunningApi> {
  const { config, log } = settings;
  const undo = new Undo();
  try {
    const { app, routes, checks } = await openApi(settings, undo);
    await app.listen(config.port, config.host);
    const admin = await AdminServer.start({
      host: config.adminHost,
      port: config.adminPort,
      checks,
      metrics: createMetrics(),
    });
    undo.add(() => admin.stop());
    const { port } = app.getHttpServer().address() as AddressInfo;
    log.info({ host: config.host, port, admin_port: admin.port }, 'the api listens');
    return { port, adminPort: admin.port, routes, stop: () => undo.run() };
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function openApi(settings: ApiSettings, undo: Undo): Promise<Omit<Api, 'drain'> & { checks: ReadinessChecks }> {
  const platform = await openPlatform(settings, undo);
  const { app, routes, drain } = await createApi(platform);
  undo.add(() => app.get(OperationAnnouncer, { strict: false }).settled());
  undo.add(() => app.close());
  undo.add(() => drain(settings.config.drainMs));
  return { app, routes, checks: platform.readinessChecks };
}

async function openPlatform(settings: ApiSettings, undo: Undo): Promise<Platform> {
  const { config, log, openEvents } = settings;
  const source = createDataSource({
    url: config.databaseUrl,
    applicationName: 'kiln-api',
    poolSize: config.databasePoolSize,
  });
  await source.initialize();
  undo.add(() => source.destroy());
  const openRequests = await openHeartbeat(settings, source, undo);
  const broker = new Broker({ url: config.rabbitmqUrl, name: 'kiln-api', log });
  undo.add(() => broker.close());
  const events = openEvents({ broker, database: source, log });
  undo.add(() => events.close());
  const database = new Database(source);
  return {
    ...(await openChecks(settings, undo)),
    settings: new Settings(config.publicUrl, config.quotas),
    log,
    database,
    broker,
    authenticator: await openCredentials(settings, database, undo),
    openRequests,
    rateLimit: config.rateLimit && new RateLimit(config.rateLimit),
    eventReader: events.reader,
    eventFeed: events.feed,
    readinessChecks: readinessOf(database, broker),
  };
}

/** Tells others that this api is alive, and how much it does. */
async function openHeartbeat({ config, log }: ApiSettings, source: DataSource, undo: Undo): Promise<OpenRequests> {
  const openRequests = new OpenRequests();
  const holds = (): JsonObject => ({ requests: openRequests.count });
  const heartbeat = new Heartbeat(source, { kind: 'api', intervalMs: config.heartbeatMs, holds, log });
  await heartbeat.start();
  undo.add(() => heartbeat.stop());
  return openRequests;
}

async function openCredentials({ config, log }: ApiSettings, database: Database, undo: Undo): Promise<Authenticator> {
  const tokens = new TokenStore(database);
  const { authenticator, close } = openAuthenticator(config.auth, tokens, log);
  undo.add(close);
  if (config.token === undefined) return authenticator;
  if (config.auth.kind === 'local') await putConfiguredToken(tokens, config.token, config.tokenProject);
  else log.warn({ auth: config.auth.kind }, 'KILN_TOKEN does nothing: it is for KILN_AUTH=local');
  return authenticator;
}

async function openChecks(settings: ApiSettings, undo: Undo): Promise<Pick<Platform, 'types' | 'secrets' | 'checker'>> {
  const { config, log, checkWorkerFile } = settings;
  const { resourceTypeModules, secretKeys, checkThreads } = config;
  const types = await loadResourceTypes(resourceTypeModules);
  const secrets = new SecretBox(...secretKeys);
  const thread = { workerFile: checkWorkerFile, threads: checkThreads, data: { resourceTypeModules, secretKeys }, log };
  const checker = new ThreadedChecker(new TemplateChecks(types, secrets), thread);
  undo.add(() => checker.close());
  return { types, secrets, checker };
}

function readinessOf(database: Database, broker: Broker): ReadinessChecks {
  return {
    postgresql: async () => {
      await database.prepared('SELECT 1', []);
    },
    rabbitmq: async () => {
      await Promise.resolve();
      if (!broker.isConnected) throw new Error('not connected');
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { processEnvironment } from '#configuration';
import { createDataSource } from '#entities';
import { ApiClient } from './api-client';
import { checkAnswer } from './contract/check-answer';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';
import { freePort, KilnProcess } from './kiln-process';
import type { AppName } from './kiln-process';
import { createVirtualHost } from './virtual-host';
import type { TestVirtualHost } from './virtual-host';

export interface KilnOptions {
  engines?: number;
  notifiers?: number;
  /** Added to every process's environment. */
  env?: Record<string, string>;
  /** Whether answers and notifications are checked against the contract; a measurement would measure that too. */
  isChecked?: boolean;
  /** Servers of the test's own, which it may stop and wipe; else those that the test command brought, shared. */
  servers?: { databaseUrl: string; rabbitmqUrl: string };
}

/** What takes a quarter of a minute in production takes two seconds with these. */
export const SHORT_LEASES = {
  KILN_HEARTBEAT_MS: '200',
  KILN_LEASE_MS: '2000',
  KILN_SWEEP_MS: '200',
  KILN_REPUBLISH_MS: '1000',
};

/** A whole Kiln of real processes with a database and a virtual host of its own. Leases are short. */
export class Kiln {
  /** The first among them, and those that were started since. */
  readonly apis: KilnProcess[] = [];
  readonly engines: KilnProcess[] = [];
  readonly notifiers: KilnProcess[] = [];
  readonly token = randomBytes(24).toString('hex');
  apiProcess!: KilnProcess;
  api!: ApiClient;
  database!: DataSource;
  private env: Record<string, string> = {};
  private readonly cleanups: (() => Promise<unknown>)[] = [];

  constructor(private readonly options: KilnOptions = {}) {}

  static async start(options: KilnOptions = {}): Promise<Kiln> {
    const kiln = new Kiln(options);
    await kiln.start();
    return kiln;
  }

  async start(): Promise<void> {
    const { servers, env = {}, isChecked: isWatched = true } = this.options;
    const [database, host] = servers
      ? await ownGround(servers)
      : await Promise.all([createTestDatabase({ isWatched }), createVirtualHost()]);
    this.env = {
      DATABASE_URL: database.url,
      RABBITMQ_URL: host.url,
      KILN_SECRET_KEY: randomBytes(32).toString('base64'),
      ...SHORT_LEASES,
      ...providerEnv(),
      ...env,
    };
    this.cleanups.push(
      () => host.drop(),
      () => database.drop(),
    );
    try {
      await this.startAll(database.url);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.env['DATABASE_URL']!;
  }

  /** The virtual host of this Kiln, for tests that look at its queues. */
  get brokerUrl(): string {
    return this.env['RABBITMQ_URL']!;
  }

  /** Starts an api on a port; clients of the first one's port are `api`. */
  async startApi(port: number, env: Record<string, string> = {}): Promise<KilnProcess> {
    return this.spawn('api', this.apis, { KILN_API_PORT: String(port), KILN_TOKEN: this.token, ...env });
  }

  async startEngine(env: Record<string, string> = {}): Promise<KilnProcess> {
    return this.spawn('engine', this.engines, env);
  }

  async startNotifier(env: Record<string, string> = {}): Promise<KilnProcess> {
    return this.spawn('notifier', this.notifiers, env);
  }

  /** Ends every process, then drops database and virtual host. */
  async stop(): Promise<void> {
    const processes = [...this.engines, ...this.notifiers, ...this.apis];
    await Promise.all(processes.filter((process) => process.isAlive).map((process) => process.kill()));
    for (const cleanup of this.cleanups.splice(0).reverse()) await cleanup();
  }

  /** What the processes printed last, for a test that failed. */
  output(): string {
    return [...this.apis, ...this.engines, ...this.notifiers]
      .map((process) => `--- ${process.app} ${process.pid}\n${process.output()}`)
      .join('\n');
  }

  private async startAll(databaseUrl: string): Promise<void> {
    const { engines = 1, notifiers = 1, isChecked = true } = this.options;
    const port = await freePort();
    this.env['KILN_API_PUBLIC_URL'] ??= `http://127.0.0.1:${port}`;
    this.api = new ApiClient(`http://127.0.0.1:${port}`, this.token, isChecked ? checkAnswer : () => undefined);
    const [apiProcess] = await Promise.all([
      this.startApi(port),
      ...Array.from({ length: engines }, () => this.startEngine()),
      ...Array.from({ length: notifiers }, () => this.startNotifier()),
    ]);
    this.apiProcess = apiProcess;
    await Promise.all([apiProcess, ...this.engines, ...this.notifiers].map((process) => process.ready()));
    this.database = createDataSource({ url: databaseUrl, applicationName: 'kiln-test', poolSize: 4 });
    await this.database.initialize();
    this.cleanups.push(() => this.database.destroy());
  }

  private async spawn(app: AppName, among: KilnProcess[], env: Record<string, string>): Promise<KilnProcess> {
    const process = await KilnProcess.start(app, { ...this.env, ...env });
    among.push(process);
    return process;
  }
}

/** The servers' own database and virtual host, migrated; they go with the servers. */
async function ownGround({
  databaseUrl,
  rabbitmqUrl,
}: {
  databaseUrl: string;
  rabbitmqUrl: string;
}): Promise<[TestDatabase, TestVirtualHost]> {
  const database = createDataSource({ url: databaseUrl, applicationName: 'kiln-test', poolSize: 2 });
  await database.initialize();
  await database.runMigrations({ transaction: 'each' });
  await database.destroy();
  const drop = (): Promise<void> => Promise.resolve();
  return [
    { url: databaseUrl, drop },
    { url: rabbitmqUrl, drop },
  ];
}

function providerEnv(): Record<string, string> {
  const environment = processEnvironment();
  const names = ['KILN_PROVIDER_DATABASE_URL', 'KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL', 'KILN_PROVIDER_RABBITMQ_VHOST'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment.optionalText(name, { description: 'provider of tests' });
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

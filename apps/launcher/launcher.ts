import { join, relative } from 'node:path';
import { bringServers, freePorts } from '#servers';
import type { Servers } from '#servers';
import { chooseApiPort } from './api-port';
import type { LauncherConfig } from './config';
import { showExample } from './example-stack';
import type { Home } from './home';
import { keepRunning } from './keep-running';
import { KilnApi } from './kiln-api';
import { KilnProcess } from './kiln-process';
import { migrateDatabase } from './migrate';
import { countProcesses, planProcesses } from './process-plan';
import type { PlannedApi } from './process-plan';
import { waitUntilReady } from './readiness';
import type { Terminal } from './terminal';

export interface LauncherSettings {
  /** Of the checkout. */
  root: string;
  config: Readonly<LauncherConfig>;
  home: Home;
  /** The user's environment, which processes inherit. */
  environment: NodeJS.ProcessEnv;
  terminal: Terminal;
}

/** Everything that `npm start` runs, from the servers to the example stack. */
export class Launcher {
  private readonly stopping = new AbortController();
  private servers: Servers | undefined;
  private processes: KilnProcess[] = [];

  constructor(private readonly settings: LauncherSettings) {}

  /** Brings it all up and shows the example; resolves when that is done and Kiln serves. */
  async run(): Promise<void> {
    const { root, config, home, environment, terminal } = this.settings;
    const { say } = terminal;
    const secrets = home.keepSecrets(config);
    say('Starting PostgreSQL and RabbitMQ…');
    this.servers = await bringServers({
      home: home.folder,
      given: environment,
      composeFile: join(root, 'docker-compose.yml'),
      say,
    });
    const shared = { ...this.servers.variables, KILN_SECRET_KEY: secrets.secretKey };
    await migrateDatabase(root, home, { ...environment, ...shared });
    const port = await chooseApiPort({ port: config.apiPort, isFixed: config.apiPortIsFixed }, say);
    const url = `http://${reachableHost(config.apiHost)}:${port}`;
    const publicUrl = environment['KILN_API_PUBLIC_URL'] ?? url;
    await this.startProcesses({ host: config.apiHost, port, token: secrets.token, url: publicUrl }, shared);
    this.writeEnvironment(url, secrets.token);
    this.sayWhere(url);
    await showExample(new KilnApi(url, secrets.token), shortPath(join(root, 'examples', 'hello.yaml')), terminal);
  }

  /** Ends everything in order, within 10 s: processes first, so that they can still write down what they did. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.servers?.stop();
    this.settings.home.release();
  }

  private async startProcesses(api: PlannedApi, shared: Record<string, string>): Promise<void> {
    const { root, config, home, environment, terminal } = this.settings;
    const adminPorts = await freePorts(countProcesses(config.engines));
    const plan = planProcesses({ root, engines: config.engines, api, shared, adminPorts });
    this.processes = plan.map((each) => new KilnProcess(each, home, environment));
    await Promise.all(this.processes.map((each) => each.start()));
    await waitUntilReady(this.processes);
    for (const each of [...this.processes, ...(this.servers?.running ?? [])]) {
      void keepRunning(each, this.stopping.signal, terminal.say);
    }
  }

  private writeEnvironment(url: string, token: string): void {
    const { DATABASE_URL, RABBITMQ_URL, RABBITMQ_MANAGEMENT_URL } = this.servers?.variables ?? {};
    this.settings.home.writeEnvironment({
      KILN_URL: url,
      KILN_TOKEN: token,
      DATABASE_URL,
      RABBITMQ_URL,
      RABBITMQ_MANAGEMENT_URL,
    });
  }

  private sayWhere(url: string): void {
    const { home, terminal } = this.settings;
    terminal.say(`Kiln serves at ${url}`);
    terminal.say(`  admin token: ${shortPath(home.tokenFile)}`);
    terminal.say(`  for a shell: source ${shortPath(home.environmentFile)}`);
    terminal.say(`  logs:        ${shortPath(join(home.folder, 'log'))}`);
  }
}

/** As a user in the current folder would write it. */
function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

/** Where to reach an API that listens everywhere. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { spawnBound } from '../process/bound-process';
import type { Account, BoundProcess } from '../process/bound-process';
import { freePorts, isPortFree } from '../process/free-port';
import { endLeftover } from '../process/leftover';
import { readTail } from '../process/log-file';
import { waitUntil } from '../process/wait-until';
import { startOrKill } from '../server-settings';
import type { RunningServer, ServerSettings } from '../server-settings';
import { ServersError } from '../servers-error';
import { keepSettings, randomPassword, saveSettings } from '../stored-settings';
import { SERVER_ENVIRONMENT, postgresArguments } from './command-lines';
import { ensureDataFolder } from './data-folder';
import { preparePostgresFolders } from './folders';
import type { PostgresFolders } from './folders';
import { KILN_ROLE, PROVIDER_ROLE, provisionKiln, provisionProvider } from './roles';
import { findServerAccount } from './server-account';

const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 4_000;

/** What a server was given at its first start; the port changes where somebody else took it. */
interface PostgresSecrets {
  port: number;
  superuserPassword: string;
  kilnPassword: string;
  providerPassword: string;
}

/**
 * Brings up an embedded PostgreSQL with Kiln's database and roles in it; what an earlier start left in the home is used
 * again. Throws ServersError where it can't, or where another starter that lives has it.
 */
export async function startPostgres(settings: ServerSettings): Promise<PostgresServer> {
  const account = findServerAccount();
  const folders = preparePostgresFolders(settings.home, account);
  for (const notice of folders.notices) settings.say?.(notice);
  await endLeftover(pidFile(settings.home), 'PostgreSQL');
  const secretsFile = join(settings.home, 'postgres.json');
  const secrets = await keepSettings(secretsFile, choosePostgresSecrets);
  if (!(await isPortFree(secrets.port))) {
    [secrets.port = 0] = await freePorts(1);
    saveSettings(secretsFile, secrets);
  }
  const server = new PostgresServer(settings, folders, account, secrets);
  return startOrKill(server);
}

async function choosePostgresSecrets(): Promise<PostgresSecrets> {
  const [port = 0] = await freePorts(1);
  const [superuserPassword, kilnPassword, providerPassword] = [randomPassword(), randomPassword(), randomPassword()];
  return { port, superuserPassword, kilnPassword, providerPassword };
}

function pidFile(home: string): string {
  return join(home, 'run', 'postgres.pid');
}

/** A PostgreSQL of our own. Its port, passwords and data stay the same however often it is stopped and started. */
export class PostgresServer implements RunningServer {
  readonly name = 'PostgreSQL';
  private process: BoundProcess | undefined;

  constructor(
    private readonly settings: ServerSettings,
    private readonly folders: PostgresFolders,
    private readonly account: Account | undefined,
    private readonly secrets: PostgresSecrets,
  ) {}

  /** Kiln's own database. */
  get url(): string {
    return this.urlOf(KILN_ROLE, this.secrets.kilnPassword, KILN_ROLE);
  }

  /** The role that resource types act as: it makes databases, and can't get into Kiln's. */
  get providerUrl(): string {
    return this.urlOf(PROVIDER_ROLE, this.secrets.providerPassword, 'postgres');
  }

  /** May do anything on the server; for tests. */
  get superuserUrl(): string {
    return this.urlOf('postgres', this.secrets.superuserPassword, 'postgres');
  }

  /** Of the process that runs now, or ran last. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  get exited(): Promise<string> {
    return this.process?.exited ?? Promise.resolve('not started');
  }

  async start(): Promise<void> {
    if (this.process?.isAlive() === true) return;
    const { folders, account, secrets } = this;
    const data = await ensureDataFolder({ folders, account, superuserPassword: secrets.superuserPassword });
    // After a kill, children may hold the shared memory for a moment more, and the server then refuses to start.
    const started = await waitUntil(() => this.tryStart(data), START_WITHIN_MS);
    if (!started) throw this.failure();
    await provisionKiln(this.superuserUrl, secrets.kilnPassword);
    const provider = { role: PROVIDER_ROLE, password: secrets.providerPassword };
    await provisionProvider(this.superuserUrl, provider, KILN_ROLE);
  }

  /** Open transactions are rolled back; the next start has nothing to recover. */
  async stop(): Promise<void> {
    await this.process?.end('SIGINT', STOP_WITHIN_MS);
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    await this.process?.end('SIGKILL', STOP_WITHIN_MS);
  }

  /** Ends it and deletes its data; the next start begins from nothing. */
  async wipe(): Promise<void> {
    await this.kill();
    rmSync(this.folders.state, { recursive: true, force: true });
  }

  private get logFile(): string {
    return join(this.settings.home, 'log', 'postgres.log');
  }

  private urlOf(role: string, password: string, database: string): string {
    return `postgres://${role}:${password}@127.0.0.1:${this.secrets.port}/${database}`;
  }

  /** Answers no where a later try may succeed. */
  private async tryStart(data: string): Promise<boolean> {
    const { folders, account, secrets } = this;
    const started = await spawnBound({
      command: join(folders.binaries, 'bin', 'postgres'),
      args: postgresArguments(data, secrets.port),
      env: SERVER_ENVIRONMENT,
      cwd: folders.state,
      logFile: this.logFile,
      pidFile: pidFile(this.settings.home),
      account,
      // Immediate shutdown: children go too, and the next start recovers from the log.
      signalOnOrphaned: 'SIGQUIT',
      binding: this.settings.binding,
    });
    this.process = started;
    await waitUntil(async () => !started.isAlive() || (await this.answers()), START_WITHIN_MS);
    if (started.isAlive()) return true;
    if (!readTail(this.logFile).includes('shared memory block')) throw this.failure();
    return false;
  }

  private failure(): ServersError {
    return new ServersError(`PostgreSQL does not start. ${this.logFile} ends with:\n${readTail(this.logFile)}`);
  }

  private async answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.superuserUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      // Whoever is turned away has been answered; only "the database system is starting up" (57P03) is not an answer.
      const { code } = error as { code?: string };
      return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && code !== '57P03';
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

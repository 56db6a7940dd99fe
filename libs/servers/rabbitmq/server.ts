import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { spawnBound } from '../process/bound-process';
import type { BoundProcess } from '../process/bound-process';
import { freePorts, isPortFree } from '../process/free-port';
import { endLeftover } from '../process/leftover';
import { readTail } from '../process/log-file';
import { waitUntil } from '../process/wait-until';
import { startOrKill } from '../server-settings';
import type { RunningServer, ServerSettings } from '../server-settings';
import { ServersError } from '../servers-error';
import { keepSettings, randomPassword, saveSettings } from '../stored-settings';
import { greetsAmqp } from './amqp-greeting';
import { RABBIT_USER, rabbitEnvironment, rabbitFolders, writeRabbitFiles } from './files';
import type { RabbitFolders, RabbitPorts, RabbitSecrets } from './files';
import { PROVIDER_USER, PROVIDER_VHOST, callManagement, provisionRabbit } from './management';
import { findRabbitPrograms, rabbitSearchPath } from './programs';
import type { RabbitPrograms } from './programs';

const START_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 4_000;

export interface RabbitSettings extends ServerSettings {
  /** Absent: an installed one is looked for. */
  programs?: RabbitPrograms | undefined;
}

/**
 * Brings up a private RabbitMQ node that the machine's own never sees; what an earlier start left in the home is used
 * again. Throws ServersError where it can't, or where another starter that lives has it.
 */
export async function startRabbit(settings: RabbitSettings): Promise<RabbitServer> {
  const programs = settings.programs ?? findRabbitPrograms();
  if (programs === undefined) throw new ServersError('RabbitMQ is not installed.');
  for (const name of ['rabbitmq', 'epmd']) await endLeftover(pidFile(settings.home, name), 'RabbitMQ');
  const secretsFile = join(settings.home, 'rabbitmq.json');
  const secrets = await keepSettings(secretsFile, chooseRabbitSecrets);
  if (!(await areFree(secrets.ports))) {
    secrets.ports = await chooseRabbitPorts();
    saveSettings(secretsFile, secrets);
  }
  return startOrKill(new RabbitServer(settings, programs, secrets));
}

async function chooseRabbitSecrets(): Promise<RabbitSecrets> {
  const ports = await chooseRabbitPorts();
  const [password, providerPassword, cookie] = [randomPassword(), randomPassword(), randomPassword()];
  return { ports, password, providerPassword, cookie };
}

async function chooseRabbitPorts(): Promise<RabbitPorts> {
  const [amqp = 0, management = 0, distribution = 0, epmd = 0] = await freePorts(4);
  return { amqp, management, distribution, epmd };
}

async function areFree(ports: RabbitPorts): Promise<boolean> {
  const answers = await Promise.all(Object.values(ports).map(isPortFree));
  return answers.every((free) => free);
}

function pidFile(home: string, name: string): string {
  return join(home, 'run', `${name}.pid`);
}

/** A broker of our own. Its ports, passwords and data stay the same however often it is stopped and started. */
export class RabbitServer implements RunningServer {
  readonly name = 'RabbitMQ';
  /** The vhost that belongs to the provider's user. */
  readonly providerVhost = PROVIDER_VHOST;
  private readonly folders: RabbitFolders;
  private epmd: BoundProcess | undefined;
  private process: BoundProcess | undefined;

  constructor(
    private readonly settings: ServerSettings,
    private readonly programs: RabbitPrograms,
    private readonly secrets: RabbitSecrets,
  ) {
    this.folders = rabbitFolders(settings.home);
  }

  get url(): string {
    return `amqp://${RABBIT_USER}:${this.secrets.password}@127.0.0.1:${this.secrets.ports.amqp}`;
  }

  /** The management plugin, with the credentials of an administrator. */
  get managementUrl(): string {
    return this.managementUrlOf(RABBIT_USER, this.secrets.password);
  }

  /** The management plugin, for a user who sees the provider's vhost and nothing else. */
  get providerManagementUrl(): string {
    return this.managementUrlOf(PROVIDER_USER, this.secrets.providerPassword);
  }

  /** Of the broker that runs now, or ran last. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  get exited(): Promise<string> {
    return this.process?.exited ?? Promise.resolve('not started');
  }

  async start(): Promise<void> {
    if (this.process?.isAlive() === true) return;
    writeRabbitFiles(this.folders, this.secrets);
    if (this.epmd?.isAlive() !== true) this.epmd = await this.spawnEpmd();
    const started = await this.spawn('rabbitmq', this.programs.server, []);
    this.process = started;
    const settled = await waitUntil(async () => !started.isAlive() || (await this.answers()), START_WITHIN_MS);
    if (!settled || !started.isAlive()) {
      const log = this.logFile('rabbitmq');
      throw new ServersError(`RabbitMQ does not start. ${log} ends with:\n${readTail(log)}`);
    }
    const password = this.secrets.providerPassword;
    await provisionRabbit(this.managementUrl, { vhost: PROVIDER_VHOST, user: PROVIDER_USER, password });
  }

  /** Queues and their confirmed messages stay. */
  async stop(): Promise<void> {
    await this.process?.end('SIGTERM', STOP_WITHIN_MS);
    await this.epmd?.end('SIGTERM', STOP_WITHIN_MS);
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    await this.process?.end('SIGKILL', STOP_WITHIN_MS);
    await this.epmd?.end('SIGKILL', STOP_WITHIN_MS);
  }

  /** Ends it and deletes its data: the next start knows no queue, no message, and no vhost but `/` and the provider's. */
  async wipe(): Promise<void> {
    await this.kill();
    rmSync(this.folders.data, { recursive: true, force: true });
  }

  /** Runs a command of `rabbitmqctl` on the node that runs; for tests. Rejects with what it printed where it fails. */
  async control(...args: string[]): Promise<void> {
    const program = join(dirname(this.programs.server), 'rabbitmqctl');
    const env = { ...this.environment, RABBITMQ_CTL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}' };
    await promisify(execFile)(program, args, { cwd: this.folders.root, env });
  }

  private get environment(): NodeJS.ProcessEnv {
    return rabbitEnvironment(this.folders, this.secrets.ports, rabbitSearchPath(this.programs));
  }

  private managementUrlOf(user: string, password: string): string {
    return `http://${user}:${password}@127.0.0.1:${this.secrets.ports.management}`;
  }

  private logFile(name: string): string {
    return join(this.folders.log, `${name}.log`);
  }

  private spawnEpmd(): Promise<BoundProcess> {
    const args = ['-port', String(this.secrets.ports.epmd), '-address', '127.0.0.1'];
    return this.spawn('epmd', this.programs.epmd, args);
  }

  private spawn(name: string, command: string, args: string[]): Promise<BoundProcess> {
    const { home, binding } = this.settings;
    return spawnBound({
      command,
      args,
      env: this.environment,
      cwd: this.folders.root,
      logFile: this.logFile(name),
      pidFile: pidFile(home, name),
      signalOnOrphaned: 'SIGKILL',
      binding,
    });
  }

  private async answers(): Promise<boolean> {
    try {
      const status = await callManagement(this.managementUrl, 'GET', 'overview');
      return status === 200 && (await greetsAmqp(this.secrets.ports.amqp));
    } catch {
      return false;
    }
  }
}

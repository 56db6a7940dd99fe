import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '../process/free-port';
import { waitUntil } from '../process/wait-until';
import { startOrKill } from '../server-settings';
import type { RunningServer, ServerSettings } from '../server-settings';
import { ServersError } from '../servers-error';
import { keepSettings, randomPassword } from '../stored-settings';
import { greetsAmqp } from './amqp-greeting';
import { RABBIT_USER } from './files';
import { PROVIDER_USER, PROVIDER_VHOST, callManagement, provisionRabbit } from './management';

const START_WITHIN_MS = 90_000;

/** What the container was given at its first start. */
interface DockerSecrets {
  amqpPort: number;
  managementPort: number;
  password: string;
  providerPassword: string;
}

export interface DockerSettings extends ServerSettings {
  composeFile: string;
  /** The user's environment: where the client finds its engine. */
  environment: NodeJS.ProcessEnv;
}

/**
 * Brings up the compose file's broker, as a project of its own. The engine is not our child: where we are killed, the
 * container goes on, which is said, with the command that removes it.
 */
export async function startDockerRabbit(settings: DockerSettings): Promise<DockerRabbitServer> {
  const secrets = await keepSettings(join(settings.home, 'rabbitmq-docker.json'), chooseDockerSecrets);
  const server = new DockerRabbitServer(settings, secrets);
  settings.say?.(
    `RabbitMQ runs in Docker as project ${server.project}. Should Kiln be killed, it stays: ` +
      `\`docker compose -p ${server.project} down -v\` removes it and its data.`,
  );
  return startOrKill(server);
}

async function chooseDockerSecrets(): Promise<DockerSecrets> {
  const [amqpPort = 0, managementPort = 0] = await freePorts(2);
  return { amqpPort, managementPort, password: randomPassword(), providerPassword: randomPassword() };
}

/** What the compose file is filled in with. What only other services need must be there too, and is not used. */
export function composeEnvironment(secrets: DockerSecrets): Record<string, string> {
  return {
    RABBITMQ_PASSWORD: secrets.password,
    KILN_PROVIDER_PASSWORD: secrets.providerPassword,
    KILN_RABBITMQ_PORT: String(secrets.amqpPort),
    KILN_RABBITMQ_MANAGEMENT_PORT: String(secrets.managementPort),
    POSTGRES_PASSWORD: 'unused',
    KILN_DATABASE_PASSWORD: 'unused',
    KILN_SECRET_KEY: 'unused',
    KILN_TOKEN: 'unused',
  };
}

export class DockerRabbitServer implements RunningServer {
  readonly name = 'RabbitMQ';
  readonly providerVhost = PROVIDER_VHOST;
  readonly project: string;
  /** The engine looks after the container, not we. */
  readonly exited = new Promise<string>(() => undefined);

  constructor(
    private readonly settings: DockerSettings,
    private readonly secrets: DockerSecrets,
  ) {
    this.project = `kiln-${createHash('sha256').update(settings.home).digest('hex').slice(0, 12)}`;
  }

  get url(): string {
    return `amqp://${RABBIT_USER}:${this.secrets.password}@127.0.0.1:${this.secrets.amqpPort}`;
  }

  get managementUrl(): string {
    return `http://${RABBIT_USER}:${this.secrets.password}@127.0.0.1:${this.secrets.managementPort}`;
  }

  get providerManagementUrl(): string {
    return `http://${PROVIDER_USER}:${this.secrets.providerPassword}@127.0.0.1:${this.secrets.managementPort}`;
  }

  async start(): Promise<void> {
    await this.compose(['up', '--detach', '--no-deps', 'rabbitmq']);
    const up = await waitUntil(() => this.answers(), START_WITHIN_MS);
    if (!up)
      throw new ServersError(`RabbitMQ does not answer; see \`docker compose -p ${this.project} logs rabbitmq\`.`);
    const password = this.secrets.providerPassword;
    await provisionRabbit(this.managementUrl, { vhost: PROVIDER_VHOST, user: PROVIDER_USER, password });
  }

  async stop(): Promise<void> {
    await this.compose(['stop', '--timeout', '3', 'rabbitmq']);
  }

  /** What a start that failed needs: the container that it may have made is not left running. */
  async kill(): Promise<void> {
    await this.stop().catch(() => undefined);
  }

  private async compose(args: string[]): Promise<void> {
    const { composeFile, environment } = this.settings;
    const env = { ...environment, ...composeEnvironment(this.secrets) };
    try {
      await promisify(execFile)('docker', ['compose', '-p', this.project, '-f', composeFile, ...args], { env });
    } catch (cause) {
      const { stderr, message } = cause as Error & { stderr?: string };
      throw new ServersError(`Docker could not ${args[0] ?? ''} RabbitMQ: ${stderr ?? message}`, { cause });
    }
  }

  private async answers(): Promise<boolean> {
    try {
      const status = await callManagement(this.managementUrl, 'GET', 'overview');
      return status === 200 && (await greetsAmqp(this.secrets.amqpPort));
    } catch {
      return false;
    }
  }
}

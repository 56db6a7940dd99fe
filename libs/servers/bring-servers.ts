import { mkdirSync } from 'node:fs';
import { provideBroker, provideDatabase, providerIdentity } from './given-servers';
import type { Variables } from './given-servers';
import { withoutOwn } from './own-servers';
import { installPackages } from './packages/install';
import { startPostgres } from './postgres/server';
import { chooseBroker } from './rabbitmq/choose';
import type { BrokerChoice } from './rabbitmq/choose';
import { startDockerRabbit } from './rabbitmq/docker';
import { PROVIDER_VHOST } from './rabbitmq/management';
import { machineProbes } from './rabbitmq/probes';
import { findRabbitPrograms } from './rabbitmq/programs';
import { startRabbit } from './rabbitmq/server';
import type { RunningServer } from './server-settings';
import { ServersError } from './servers-error';

export interface BringSettings {
  /** Where servers of our own keep everything. */
  home: string;
  /** The user's environment: DATABASE_URL, RABBITMQ_URL and the like name servers that are used as they are. */
  given: Variables;
  /** The compose file whose broker is used where only Docker can bring one. */
  composeFile: string;
  say: (sentence: string) => void;
}

/** Both servers, answering. */
export interface Servers {
  /** What processes of Kiln are to find in their environment: the URLs, and the provider's. */
  variables: Record<string, string>;
  /** Those that are our own. */
  running: RunningServer[];
  /** Ends those that are our own. */
  stop(): Promise<void>;
}

/** What one of the two servers contributes. */
interface Part {
  variables: Record<string, string | undefined>;
  running: RunningServer[];
}

/**
 * Brings PostgreSQL and RabbitMQ: those that the environment names, else servers of our own, which end with this
 * process. Throws ServersError where one can't be had, and then leaves none running.
 */
export async function bringServers(asked: BringSettings): Promise<Servers> {
  const settings = { ...asked, given: withoutOwn(withoutEmpty(asked.given), asked.home) };
  // Other accounts pass through it on the way to folders of their own; secrets in it are closed one by one.
  mkdirSync(settings.home, { recursive: true, mode: 0o711 });
  const broker = prepareBroker(settings);
  const parts = await Promise.allSettled([bringDatabase(settings), bringBroker(settings, broker)]);
  const brought = parts.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
  const running = brought.flatMap((part) => part.running);
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const failed = parts.find((part) => part.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { variables: mergeVariables(brought), running, stop };
}

const RABBIT_PACKAGE = 'rabbitmq-server';

/** Chooses a broker, and installs one where that is the choice. */
function prepareBroker({ given, say }: BringSettings): BrokerChoice {
  const named = { url: given['RABBITMQ_URL'], managementUrl: given['RABBITMQ_MANAGEMENT_URL'] };
  const choice = chooseBroker(named, machineProbes(given['PATH'] ?? ''));
  if (choice.kind !== 'install') return choice;
  say(`Installing the package ${RABBIT_PACKAGE} (once; none of its services is started, now or at boot)…`);
  const installed = installPackages(choice.prefix, [RABBIT_PACKAGE]);
  if (!installed) throw new ServersError(`The package ${RABBIT_PACKAGE} could not be installed.`);
  const programs = findRabbitPrograms();
  if (programs === undefined) throw new ServersError(`The package ${RABBIT_PACKAGE} is installed, but has no server.`);
  return { kind: 'installed', programs };
}

async function bringDatabase({ home, given, say }: BringSettings): Promise<Part> {
  const url = given['DATABASE_URL'];
  if (url !== undefined) {
    const provider = await provideDatabase(given, await providerIdentity(home), say);
    return { variables: { DATABASE_URL: url, KILN_PROVIDER_DATABASE_URL: provider }, running: [] };
  }
  const server = await startPostgres({ home, say });
  const variables = { DATABASE_URL: server.url, KILN_PROVIDER_DATABASE_URL: server.providerUrl };
  return { variables, running: [server] };
}

async function bringBroker(settings: BringSettings, choice: BrokerChoice): Promise<Part> {
  const { home, given, say, composeFile } = settings;
  switch (choice.kind) {
    case 'given':
      return givenBroker(settings, choice.url, choice.managementUrl);
    case 'installed':
      return ownBroker(await startRabbit({ home, say, programs: choice.programs }));
    case 'docker':
      return ownBroker(await startDockerRabbit({ home, say, composeFile, environment: { ...given } }));
    case 'install':
    case 'none':
      throw new ServersError(choice.kind === 'none' ? choice.advice : 'RabbitMQ is not installed.');
  }
}

async function givenBroker({ home, given, say }: BringSettings, url: string, management?: string): Promise<Part> {
  if (management === undefined) {
    say('RABBITMQ_MANAGEMENT_URL is not set: what needs users, vhosts or permissions will say so.');
  }
  return {
    variables: {
      RABBITMQ_URL: url,
      RABBITMQ_MANAGEMENT_URL: management,
      KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL: await provideBroker(given, await providerIdentity(home), say),
      KILN_PROVIDER_RABBITMQ_VHOST: given['KILN_PROVIDER_RABBITMQ_VHOST'] ?? PROVIDER_VHOST,
    },
    running: [],
  };
}

type OwnBroker = RunningServer & Record<'url' | 'managementUrl' | 'providerManagementUrl' | 'providerVhost', string>;

function ownBroker(server: OwnBroker): Part {
  return {
    variables: {
      RABBITMQ_URL: server.url,
      RABBITMQ_MANAGEMENT_URL: server.managementUrl,
      KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL: server.providerManagementUrl,
      KILN_PROVIDER_RABBITMQ_VHOST: server.providerVhost,
    },
    running: [server],
  };
}

/** `DATABASE_URL=` in a shell or a compose file means that it is not set. */
function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

function mergeVariables(parts: Part[]): Record<string, string> {
  const all = parts.flatMap((part) => Object.entries(part.variables));
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

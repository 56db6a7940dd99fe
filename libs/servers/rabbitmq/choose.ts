import type { RabbitPrograms } from './programs';

/** What can be found out about this machine; each is asked only where it matters, because some answers take a second. */
export interface BrokerProbes {
  findPrograms(): RabbitPrograms | undefined;
  dockerAnswers(): boolean;
  /** How commands are run as root: what stands in front of them. Undefined: not without a password. */
  rootPrefix(): string[] | undefined;
  platform: NodeJS.Platform;
  /** `ID` and `ID_LIKE` of os-release; empty where there is no such file. */
  distribution: readonly string[];
}

export type BrokerChoice =
  | { kind: 'given'; url: string; managementUrl: string | undefined }
  | { kind: 'installed'; programs: RabbitPrograms }
  | { kind: 'docker' }
  | { kind: 'install'; prefix: string[] }
  | { kind: 'none'; advice: string };

/** Where the broker comes from: what the user named, else what is there, else what can be had without asking. */
export function chooseBroker(
  given: { url: string | undefined; managementUrl: string | undefined },
  probes: BrokerProbes,
): BrokerChoice {
  if (given.url !== undefined) return { kind: 'given', url: given.url, managementUrl: given.managementUrl };
  const programs = probes.findPrograms();
  if (programs !== undefined) return { kind: 'installed', programs };
  if (probes.dockerAnswers()) return { kind: 'docker' };
  const prefix = hasApt(probes) ? probes.rootPrefix() : undefined;
  if (prefix !== undefined) return { kind: 'install', prefix };
  return { kind: 'none', advice: adviseInstall(probes) };
}

const INSTALL_COMMANDS: readonly (readonly [distribution: string, command: string])[] = [
  ['debian', 'sudo apt-get install -y rabbitmq-server'],
  ['ubuntu', 'sudo apt-get install -y rabbitmq-server'],
  ['fedora', 'sudo dnf install -y rabbitmq-server'],
  ['arch', 'sudo pacman -S --noconfirm rabbitmq'],
  ['alpine', 'sudo apk add rabbitmq-server'],
];

function hasApt({ platform, distribution }: BrokerProbes): boolean {
  return platform === 'linux' && distribution.some((name) => name === 'debian' || name === 'ubuntu');
}

function adviseInstall({ platform, distribution }: BrokerProbes): string {
  const command =
    platform === 'darwin'
      ? 'brew install rabbitmq'
      : INSTALL_COMMANDS.find(([name]) => distribution.includes(name))?.[1];
  const install = command === undefined ? 'Install RabbitMQ 3.10 or newer' : `Install it with \`${command}\``;
  return (
    `RabbitMQ is missing: there is none installed, and no Docker engine answers. ${install}, or start Docker, ` +
    'or set RABBITMQ_URL (and RABBITMQ_MANAGEMENT_URL) to a broker of yours.'
  );
}

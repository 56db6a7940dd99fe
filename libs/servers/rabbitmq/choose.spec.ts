import { chooseBroker } from './choose';
import type { BrokerChoice, BrokerProbes } from './choose';

const PROGRAMS = { server: '/usr/lib/rabbitmq/bin/rabbitmq-server', epmd: '/usr/bin/epmd' };

interface Machine {
  url?: string;
  installed?: true;
  docker?: true;
  distribution?: string[];
  root?: string[];
  platform?: NodeJS.Platform;
}

function choose(machine: Machine): BrokerChoice {
  const probes: BrokerProbes = {
    findPrograms: () => (machine.installed ? PROGRAMS : undefined),
    dockerAnswers: () => machine.docker ?? false,
    rootPrefix: () => machine.root,
    platform: machine.platform ?? 'linux',
    distribution: machine.distribution ?? [],
  };
  return chooseBroker({ url: machine.url, managementUrl: undefined }, probes);
}

const EVERYTHING: Machine = { url: 'amqp://there', installed: true, docker: true, distribution: ['debian'], root: [] };

describe('chooseBroker', () => {
  it.each<[string, Machine, Partial<BrokerChoice>]>([
    ['the one that the user named before all else', EVERYTHING, { kind: 'given', url: 'amqp://there' }],
    ['an installed one before Docker', { installed: true, docker: true }, { kind: 'installed', programs: PROGRAMS }],
    ['Docker before an installation', { docker: true, distribution: ['debian'], root: [] }, { kind: 'docker' }],
    ['an installation on Debian as root', { distribution: ['debian'], root: [] }, { kind: 'install', prefix: [] }],
    [
      'an installation on Ubuntu with password-less sudo',
      { distribution: ['ubuntu', 'debian'], root: ['sudo', '-n'] },
      { kind: 'install', prefix: ['sudo', '-n'] },
    ],
    ['nothing on Debian without a way to root', { distribution: ['debian'] }, { kind: 'none' }],
    ['nothing on a Linux without apt, even as root', { distribution: ['fedora'], root: [] }, { kind: 'none' }],
    ['nothing on macOS, even as root', { platform: 'darwin', root: [] }, { kind: 'none' }],
  ])('takes %s', (_name, machine, expected) => {
    expect(choose(machine)).toMatchObject(expected);
  });

  it('asks the machine nothing where the user named a broker', () => {
    const ask = (): never => {
      throw new Error('asked');
    };
    const probes: BrokerProbes = {
      findPrograms: ask,
      dockerAnswers: ask,
      rootPrefix: ask,
      platform: 'linux',
      distribution: [],
    };
    expect(chooseBroker({ url: 'amqp://there', managementUrl: 'http://there' }, probes)).toEqual({
      kind: 'given',
      url: 'amqp://there',
      managementUrl: 'http://there',
    });
  });

  it.each<[Machine, string]>([
    [{ platform: 'darwin' }, '`brew install rabbitmq`'],
    [{ distribution: ['debian'] }, '`sudo apt-get install -y rabbitmq-server`'],
    [{ distribution: ['linuxmint', 'ubuntu', 'debian'] }, '`sudo apt-get install -y rabbitmq-server`'],
    [{ distribution: ['rhel', 'fedora'] }, '`sudo dnf install -y rabbitmq-server`'],
    [{ distribution: ['plan9'] }, 'Install RabbitMQ 3.10 or newer, or start Docker, or set RABBITMQ_URL'],
  ])('advises on %j with %s', (machine, advice) => {
    expect(choose(machine)).toMatchObject({ kind: 'none', advice: expect.stringContaining(advice) as string });
  });
});

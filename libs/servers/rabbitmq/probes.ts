import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrokerProbes } from './choose';
import { findRabbitPrograms } from './programs';

const DOCKER_ANSWERS_WITHIN_MS = 5_000;

/** The probes of the machine that we run on. */
export function machineProbes(searchPath: string): BrokerProbes {
  return {
    findPrograms: () => findRabbitPrograms(searchPath),
    dockerAnswers,
    rootPrefix,
    platform: process.platform,
    distribution: process.platform === 'linux' ? readDistribution() : [],
  };
}

/** `ID` and `ID_LIKE` out of an os-release file. */
export function parseDistribution(text: string): string[] {
  return [...text.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap(([, value = '']) => value.replace(/["']/g, '').split(' '));
}

function readDistribution(): string[] {
  try {
    return parseDistribution(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return [];
  }
}

function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/** An engine behind the client, and the compose plugin: without it our file can't be used. */
function dockerAnswers(): boolean {
  return (
    succeeds('docker', ['version', '--format', '{{.Server.Version}}']) && succeeds('docker', ['compose', 'version'])
  );
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: DOCKER_ANSWERS_WITHIN_MS }).status === 0;
}

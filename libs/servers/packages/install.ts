import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What a package's install script calls to start or restart a service. */
const SERVICE_STARTERS = ['invoke-rc.d', 'deb-systemd-invoke'];
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const UNITS = '/etc/systemd/system';
/** Nothing is installed before all of it is there, and a network that swallows everything ends that. */
const FETCH_WITHIN_MS = 180_000;
const UPDATE_WITHIN_MS = 60_000;
const NETWORK = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15'];

/**
 * Installs packages of the distribution and nothing else: none of the services that come with them is started, now or
 * at the next boot. For that the install scripts find, in front of their search path, starters that do nothing; so there
 * is no policy-rc.d to write, and none to put back after a crash, and one of the user's is not asked to change its mind.
 * Answers whether they are installed.
 *
 * @param prefix runs a command as root
 */
export function installPackages(prefix: string[], packages: readonly string[]): boolean {
  const before = bootEntries();
  const mute = mkdtempSync(join(tmpdir(), 'kiln-install-'));
  try {
    chmodSync(mute, 0o755);
    for (const name of SERVICE_STARTERS) writeFileSync(join(mute, name), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
    const install = ['apt-get', 'install', ...options, '-o', `DPkg::Path=${mute}:${SYSTEM_PATH}`];
    return fetchPackages(prefix, packages, options) && runAsRoot(prefix, [...install, ...packages]);
  } finally {
    rmSync(mute, { recursive: true, force: true });
    for (const command of disableCommands(before, bootEntries())) runAsRoot(prefix, command);
  }
}

/** Lists of packages that are missing or old are fetched too, where the first try fails. */
function fetchPackages(prefix: string[], packages: readonly string[], options: string[]): boolean {
  const fetch = ['apt-get', 'install', ...options, ...NETWORK, '--download-only', ...packages];
  if (runAsRoot(prefix, fetch, FETCH_WITHIN_MS)) return true;
  runAsRoot(prefix, ['apt-get', 'update', '-q', ...NETWORK], UPDATE_WITHIN_MS);
  return runAsRoot(prefix, fetch, FETCH_WITHIN_MS);
}

/** What starts at boot: links to systemd units, and System V start links. */
export interface BootEntries {
  units: string[];
  scripts: string[];
}

/** The commands that take out what was added to the boot; entries that were there before stay. */
export function disableCommands(before: BootEntries, after: BootEntries): string[][] {
  const units = after.units.filter((link) => !before.units.includes(link));
  const links = after.scripts.filter((link) => !before.scripts.includes(link));
  const scripts = new Set(links.map((link) => basename(link).replace(/^S\d\d/, '')));
  return [
    // The link is all that "enabled" means, and its absence is what the package's next upgrade goes by.
    ...(units.length === 0 ? [] : [['rm', '-f', ...units]]),
    ...[...scripts].map((script) => ['update-rc.d', script, 'disable']),
  ];
}

function bootEntries(): BootEntries {
  const units = listed(UNITS)
    .filter((name) => /\.(wants|requires)$/.test(name))
    .flatMap((name) => listed(join(UNITS, name)).map((unit) => join(UNITS, name, unit)));
  const scripts = ['2', '3', '4', '5'].flatMap((level) =>
    listed(`/etc/rc${level}.d`)
      .filter((name) => name.startsWith('S'))
      .map((name) => join(`/etc/rc${level}.d`, name)),
  );
  return { units, scripts };
}

function listed(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What is ended after so long has changed nothing yet: only fetching is bounded. */
function runAsRoot(prefix: string[], command: string[], withinMs?: number): boolean {
  const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  const timeout = withinMs === undefined ? {} : { timeout: withinMs };
  return spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], ...timeout }).status === 0;
}

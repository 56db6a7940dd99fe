// What every command needs before it: the packages of the lock file, and a build of the sources as they stand. Imports
// nothing but Node itself at the top, since the packages may not be there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the packages where they are missing or older than the lock file. */
export function ensurePackages() {
  requireNode();
  if (packagesAreCurrent()) return;
  console.error('Installing packages (npm ci)…');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--include=optional'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The packages could not be installed; `npm ci` says why.');
}

/** Compiles what changed since the last build. */
export async function ensureBuild() {
  const { build } = await import('./build.mjs');
  try {
    const compiled = await build();
    if (compiled > 0) console.error(`Built ${compiled} files.`);
  } catch (error) {
    fail(error.message);
  }
}

/** Says why nothing can go on, and ends the process. */
export function fail(reason) {
  console.error(reason);
  process.exit(1);
}

// npm writes this file last: an installation that was cut short has none.
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Kiln needs Node 20.19 or newer; this is ${process.version}.`);
}

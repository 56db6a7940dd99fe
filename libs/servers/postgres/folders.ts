import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../process/bound-process';
import { copyBinaries, findPackagedBinaries, hydrateSymlinks } from './binaries';
import { canReach } from './server-account';

const OPEN_ROOT = '/var/lib/kiln';

/** Where a PostgreSQL lives. */
export interface PostgresFolders {
  /** Holds `bin/postgres` and `bin/initdb`. */
  binaries: string;
  /** Everything that the server stores; the account's own. */
  state: string;
  /** What to tell the user: whatever is not where they would look for it. */
  notices: string[];
}

/**
 * Decides where programs and data lie. Where a folder above the package or the home is closed to the account, that part
 * goes to a folder of its own under /var/lib/kiln, named by a hash of its path; programs are copied there.
 */
export function preparePostgresFolders(home: string, account: Account | undefined): PostgresFolders {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const data = placeData(home, account);
  const programs = placePrograms(home, account);
  return {
    binaries: programs.folder,
    state: data.folder,
    notices: [data.notice, programs.notice].filter((notice) => notice !== undefined),
  };
}

interface Place {
  folder: string;
  notice?: string;
}

function placeData(home: string, account: Account | undefined): Place {
  if (account === undefined || canReach(account, home)) return { folder: join(home, 'postgres') };
  const folder = join(makeOpenFolder(home), 'postgres');
  return { folder, notice: `${home} is closed to the user ${account.name}: PostgreSQL keeps its data in ${folder}.` };
}

function placePrograms(home: string, account: Account | undefined): Place {
  const packaged = findPackagedBinaries();
  const isOpen = canReach(account, packaged);
  if (isOpen && hydrateSymlinks(packaged)) return { folder: packaged };
  const folder = copyBinaries(packaged, account === undefined ? join(home, 'programs') : makeOpenFolder(packaged));
  const why = isOpen ? 'can’t be completed' : `is closed to the user ${account?.name ?? 'that we are'}`;
  return { folder, notice: `${packaged} ${why}: PostgreSQL runs from a copy, ${folder}.` };
}

/** Makes the folder that only the account may enter. */
export function makeStateFolder(state: string, account: Account | undefined): void {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  if (account !== undefined) chownSync(state, account.uid, account.gid);
}

/** The folder that takes the place of one that is closed. */
export function openFolderOf(path: string): string {
  const hash = createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 16);
  return join(OPEN_ROOT, hash);
}

function makeOpenFolder(path: string): string {
  const folder = openFolderOf(path);
  mkdirSync(folder, { recursive: true });
  // Whatever the umask says: the account must get through.
  for (const each of [OPEN_ROOT, folder]) chmodSync(each, 0o755);
  return folder;
}

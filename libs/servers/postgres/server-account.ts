import { execFileSync, spawnSync } from 'node:child_process';
import type { Account } from '../process/bound-process';
import { ServersError } from '../servers-error';

const CANDIDATES = ['postgres', 'nobody'];

/**
 * Whom PostgreSQL runs as: it refuses to run as root. Undefined where we aren't root: then it runs as we do.
 * The account needs an entry in the user database (`initdb` looks its name up), so a made-up uid won't do.
 */
export function findServerAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const [uid, gid] = [accountNumber('-u', name), accountNumber('-g', name)];
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid };
  }
  throw new ServersError(
    `PostgreSQL does not run as root, and there is no user ${CANDIDATES.join(' or ')} to run it as. ` +
      'Start as another user, or set DATABASE_URL.',
  );
}

/** Whether this account can get into the folder: every folder above must let it through. */
export function canReach(account: Account | undefined, folder: string): boolean {
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

function accountNumber(option: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

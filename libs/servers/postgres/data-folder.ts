import { execFile } from 'node:child_process';
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../process/bound-process';
import { ServersError } from '../servers-error';
import { SERVER_ENVIRONMENT, initdbArguments } from './command-lines';
import { makeStateFolder } from './folders';
import type { PostgresFolders } from './folders';

export interface NewCluster {
  folders: PostgresFolders;
  account: Account | undefined;
  superuserPassword: string;
}

/** The server's data; made where there is none. It appears in one step, so a start that was cut short leaves none. */
export async function ensureDataFolder(cluster: NewCluster): Promise<string> {
  const { state } = cluster.folders;
  const data = join(state, 'data');
  if (existsSync(data)) return data;
  makeStateFolder(state, cluster.account);
  rmSync(`${data}.new`, { recursive: true, force: true });
  await runInitdb(cluster, `${data}.new`);
  renameSync(`${data}.new`, data);
  return data;
}

async function runInitdb({ folders, account, superuserPassword }: NewCluster, target: string): Promise<void> {
  const passwordFile = join(folders.state, 'password');
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  const options = { ...identity, cwd: folders.state, env: SERVER_ENVIRONMENT };
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  try {
    if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
    await promisify(execFile)(join(folders.binaries, 'bin', 'initdb'), initdbArguments(target, passwordFile), options);
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string };
    throw new ServersError(`PostgreSQL's data folder can't be made: ${stderr ?? message}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

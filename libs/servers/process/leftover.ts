import { ServersError } from '../servers-error';
import { readLiveRecord, removePidFile } from './pid-file';
import { isRunning } from './process-identity';
import type { ProcessIdentity } from './process-identity';
import { waitUntil } from './wait-until';

const GOES_BY_ITSELF_WITHIN_MS = 5_000;

/**
 * Makes sure that no server of an earlier start is in the way. One whose starter lives is in use, which is an error;
 * one whose starter died is on its way out, and is ended where it takes too long.
 */
export async function endLeftover(pidFile: string, what: string): Promise<void> {
  const record = readLiveRecord(pidFile);
  if (record === undefined) return;
  if (isRunning(record.starter)) {
    const { process: server, starter } = record;
    throw new ServersError(`${what} already runs here (process ${server.pid}, started by process ${starter.pid}).`);
  }
  if (!(await goes(record.process))) {
    process.kill(record.process.pid, 'SIGKILL');
    await goes(record.process);
  }
  removePidFile(pidFile);
}

function goes(identity: ProcessIdentity): Promise<boolean> {
  return waitUntil(() => !isRunning(identity), GOES_BY_ITSELF_WITHIN_MS);
}

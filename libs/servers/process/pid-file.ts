import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identifyProcess, isRunning } from './process-identity';
import type { ProcessIdentity } from './process-identity';

/** What a pid file says: who runs, and who started it and answers for it. */
export interface PidRecord {
  process: ProcessIdentity;
  starter: ProcessIdentity;
}

/** Records a process started by this one. Does nothing where it is gone already. */
export function writePidFile(path: string, pid: number): void {
  const [child, starter] = [identifyProcess(pid), identifyProcess(process.pid)];
  if (child === undefined || starter === undefined) return;
  const record: PidRecord = { process: child, starter };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(record), { mode: 0o600 });
}

/** Takes a file for this very process, unless a living one holds it: then answers that one. */
export function holdPidFile(path: string): ProcessIdentity | undefined {
  const self = identifyProcess(process.pid);
  if (self === undefined) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify({ process: self, starter: self }), { mode: 0o600, flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readLiveRecord(path);
      if (holder !== undefined) return holder.process;
      rmSync(path, { force: true });
    }
  }
}

/** The record, if its process is still the one that runs under the pid. */
export function readLiveRecord(path: string): PidRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as PidRecord;
    return isRunning(record.process) ? record : undefined;
  } catch {
    return undefined;
  }
}

export function removePidFile(path: string): void {
  rmSync(path, { force: true });
}

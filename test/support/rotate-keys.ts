import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

// Built by `npm test`, as operators run it.
const COMMAND = join(__dirname, '../../dist/apps/rotate-keys/main.js');

export interface Outcome {
  /** NaN where a signal ended it. */
  code: number;
  stdout: string;
  stderr: string;
}

/** Starts `npm run rotate-keys` on a database. */
export function startRotation(
  databaseUrl: string,
  keys: string,
  ...args: string[]
): { child: ChildProcess; ended: Promise<Outcome> } {
  const env = { DATABASE_URL: databaseUrl, KILN_SECRET_KEY: keys };
  let end: (outcome: Outcome) => void = () => undefined;
  const ended = new Promise<Outcome>((resolve) => (end = resolve));
  const child = execFile(process.execPath, [COMMAND, ...args], { env }, (error, stdout, stderr) => {
    end({ code: error ? Number(error.code ?? Number.NaN) : 0, stdout, stderr });
  });
  return { child, ended };
}

export function rotateKeys(databaseUrl: string, keys: string, ...args: string[]): Promise<Outcome> {
  return startRotation(databaseUrl, keys, ...args).ended;
}

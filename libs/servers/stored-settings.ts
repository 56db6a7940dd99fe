import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A password that needs no escaping in URLs, configuration files and SQL. */
export function randomPassword(): string {
  return randomBytes(24).toString('hex');
}

/** Reads what an earlier start chose (ports, passwords); what is missing is chosen now. Mode 600. */
export async function keepSettings<T extends object>(path: string, choose: () => Promise<T>): Promise<T> {
  const kept = readSettings(path);
  if (kept !== undefined) return kept as T;
  const chosen = await choose();
  saveSettings(path, chosen);
  return chosen;
}

/** Replaces the file in one step, so that a crash leaves the old or the new one. */
export function saveSettings(path: string, settings: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function readSettings(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

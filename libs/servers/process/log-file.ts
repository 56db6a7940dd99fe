import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 4_096;
const TAIL_LINES = 15;

/** Opens a log to append to. One that has grown large is put aside first, in place of the one put aside before. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}

/** The last lines of a log, for an error message. */
export function readTail(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString().trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  } catch {
    return '(nothing)';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

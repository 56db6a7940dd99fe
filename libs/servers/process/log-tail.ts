import { readFileSync } from 'node:fs';

const LINES = 15;

/** The last lines of a log, for an error message. */
export function readTail(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-LINES).join('\n');
  } catch {
    return '(it has printed nothing)';
  }
}

import { isCollection } from '../json';
import { isWritten } from '../numbers/written-number';

/** As `JSON.stringify`, which does all the work where it can, but numbers are as they were written. */
export function exactJsonText(value: unknown): string {
  return holdsWritten(value) ? write(value) : JSON.stringify(value);
}

function holdsWritten(value: unknown): boolean {
  if (!isCollection(value)) return isWritten(value);
  return Array.isArray(value) ? value.some(holdsWritten) : Object.values(value).some(holdsWritten);
}

function write(value: unknown): string {
  if (isWritten(value)) return value.text;
  if (!isCollection(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  const entries = Object.entries<unknown>(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`).join()}}`;
}

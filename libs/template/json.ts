import { isWritten } from './numbers/written-number';
import type { ExactNumber } from './numbers/written-number';

/** JSON whose numbers are as they were written. All plain JSON is such. */
export type ExactJson = null | boolean | ExactNumber | string | ExactJson[] | { [key: string]: ExactJson };
export type ExactObject = Record<string, ExactJson>;

/** A map, not a list and not `null`. */
export function isObject(value: unknown): value is ExactObject {
  return isCollection(value) && !Array.isArray(value);
}

/** A list or a map: what has things inside. */
export function isCollection(value: unknown): value is ExactJson[] | ExactObject {
  return typeof value === 'object' && value !== null && !isWritten(value);
}

/** The object's own entry: keys such as `constructor`, which every object inherits, are not found. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * An object of these entries, where `__proto__` is a key like any other; a repeated key takes the last value. Much of
 * what reading a template costs is spent here, and `Object.fromEntries` takes three times as long.
 */
export function objectOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const object: Record<string, T> = {};
  for (const [key, value] of entries) setEntry(object, key, value);
  return object;
}

/** Sets an entry, where `__proto__` is a key like any other. */
export function setEntry<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, ...ORDINARY });
  else object[key] = value;
}

const ORDINARY = { configurable: true, enumerable: true, writable: true };

/** Whether lists and maps stand in each other deeper than `limit`, which is how deep it looks. */
export function nestsDeeperThan(value: ExactJson, limit: number): boolean {
  if (!isCollection(value)) return false;
  if (limit === 0) return true;
  const children = Array.isArray(value) ? value : Object.values(value);
  return children.some((child) => nestsDeeperThan(child, limit - 1));
}

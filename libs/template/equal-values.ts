import type { Json, JsonObject } from '#contracts';
import { isObject, own } from './json';

/** Equality as Python's `==` has it: `1` and `true` are equal, `'1'` is neither, the order of keys does not count. */
export function equalValues(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b);
  if (isObject(a)) return isObject(b) && equalObjects(a, b);
  return asNumber(a) === asNumber(b);
}

/** Names under which two maps have values that differ, or only one has any. */
export function differingKeys(a: JsonObject, b: JsonObject): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !equalValues(own(a, name), own(b, name)));
}

/** The same text for values that are equal as `equalValues` has it, and for those only, to look many of them up in a set. */
export function equalityKey(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(equalityKey).join()}]`;
  if (!isObject(value)) return JSON.stringify(asNumber(value));
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${equalityKey(item)}`);
  return `{${entries.sort().join()}}`;
}

function asNumber(value: Json | undefined): Json | undefined {
  return typeof value === 'boolean' ? Number(value) : value;
}

function equalLists(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => equalValues(item, b[index]));
}

function equalObjects(a: Record<string, Json>, b: Record<string, Json>): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key], b[key]));
}

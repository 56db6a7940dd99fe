import { isObject, own } from './json';
import type { ExactJson, ExactObject } from './json';
import { comparable } from './numbers/comparable';
import type { Comparable } from './numbers/comparable';
import { isNumber } from './numbers/written-number';

/** Equality as Python's `==` has it: `1` and `true` are equal, `'1'` is neither, the order of keys does not count. */
export function equalValues(a: ExactJson | undefined, b: ExactJson | undefined): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && equalLists(a, b);
  if (isObject(a)) return isObject(b) && equalObjects(a, b);
  return comparedAs(a) === comparedAs(b);
}

/** Names under which two maps have values that differ, or only one has any. */
export function differingKeys(a: ExactObject, b: ExactObject): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !equalValues(own(a, name), own(b, name)));
}

/** The same text for values that are equal as `equalValues` has it, and for those only, to look many of them up in a set. */
export function equalityKey(value: ExactJson): string {
  if (Array.isArray(value)) return `[${value.map(equalityKey).join()}]`;
  if (!isObject(value)) {
    const compared = comparedAs(value);
    return typeof compared === 'bigint' ? String(compared) : JSON.stringify(compared);
  }
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${equalityKey(item)}`);
  return `{${entries.sort().join()}}`;
}

/** What `===` compares as Python compares numbers, which booleans are too; whatever else it is, itself. */
function comparedAs(value: ExactJson | undefined): ExactJson | Comparable | undefined {
  if (typeof value === 'boolean') return Number(value);
  return isNumber(value) ? comparable(value) : value;
}

function equalLists(a: readonly ExactJson[], b: readonly ExactJson[]): boolean {
  return a.length === b.length && a.every((item, index) => equalValues(item, b[index]));
}

function equalObjects(a: Record<string, ExactJson>, b: Record<string, ExactJson>): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalValues(a[key], b[key]));
}

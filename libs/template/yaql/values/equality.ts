import type { Meter } from '../runtime/meter';
import { hashKey } from './hash';
import { isObject, isSetLike } from './kinds';
import type { Dictionary, Sequence, ValueSet, View, YaqlObject, YaqlValue } from './value';

/** Equality as Python's `==` has it: `1`, `1.0` and `true` are equal; a tuple and a list never are. */
export function areEqual(a: YaqlValue, b: YaqlValue, meter: Meter): boolean {
  meter.step();
  if (!isObject(a) || !isObject(b)) return areEqualScalars(a, b);
  if (a === b) return true;
  meter.enter();
  try {
    return areEqualObjects(a, b, meter);
  } finally {
    meter.leave();
  }
}

function areEqualScalars(a: YaqlValue, b: YaqlValue): boolean {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (typeof left === typeof right) return left === right;
  if (typeof left === 'bigint' && typeof right === 'number') return Number.isInteger(right) && BigInt(right) === left;
  if (typeof left === 'number' && typeof right === 'bigint') return Number.isInteger(left) && BigInt(left) === right;
  return false;
}

function asNumber(value: YaqlValue): YaqlValue {
  return typeof value === 'boolean' ? BigInt(value) : value;
}

/** Kinds that are equal where their hash keys are. */
const HASHED: ReadonlySet<YaqlObject['kind']> = new Set(['pattern', 'moment', 'span'] as const);

function areEqualObjects(a: YaqlObject, b: YaqlObject, meter: Meter): boolean {
  if (a.kind === 'sequence') return b.kind === 'sequence' && areEqualSequences(a, b, meter);
  if (a.kind === 'dictionary') return b.kind === 'dictionary' && areEqualDictionaries(a, b, meter);
  if (isSetLike(a)) return isSetLike(b) && areEqualSets(a, b, meter);
  return HASHED.has(a.kind) && a.kind === b.kind && hashKey(a, meter) === hashKey(b, meter);
}

function areEqualSequences(a: Sequence, b: Sequence, meter: Meter): boolean {
  if (a.isTuple !== b.isTuple || a.items.length !== b.items.length) return false;
  return a.items.every((item, index) => areEqual(item, b.items[index] ?? null, meter));
}

function areEqualDictionaries(a: Dictionary, b: Dictionary, meter: Meter): boolean {
  if (a.entries.size !== b.entries.size) return false;
  return [...a.entries].every(([hash, [, value]]) => {
    const other = b.entries.get(hash);
    return other !== undefined && areEqual(value, other[1], meter);
  });
}

function areEqualSets(a: ValueSet | View, b: ValueSet | View, meter: Meter): boolean {
  if (isItems(a) && isItems(b)) return areEqualDictionaries(a.dictionary, b.dictionary, meter);
  const [left, right] = [membersOf(a, meter), membersOf(b, meter)];
  return left.size === right.size && [...left.keys()].every((hash) => right.has(hash));
}

function isItems(value: ValueSet | View): value is View {
  return value.kind === 'view' && value.shows === 'items';
}

/** The members of a set, or of the view of a map that is one, by their hash keys. */
export function membersOf(value: ValueSet | View, meter: Meter): ReadonlyMap<string, YaqlValue> {
  if (value.kind === 'set') return value.members;
  return new Map([...value].map((member) => [hashKey(member, meter), member]));
}

/** Whether Python's `in` finds the value among items: the first that is it, or equal to it. */
export function isAmong(value: YaqlValue, items: Iterable<YaqlValue>, meter: Meter): boolean {
  for (const item of items) {
    if (areEqual(item, value, meter)) return true;
  }
  return false;
}

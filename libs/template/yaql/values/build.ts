import type { Meter } from '../runtime/meter';
import { hashKey } from './hash';
import { arranged, arrangedUnion } from './set-table';
import { Dictionary, ValueSet } from './value';
import type { YaqlValue } from './value';

/** A map of these entries; a key that comes again takes the later value, but keeps its place. */
export function dictionaryOf(
  entries: Iterable<readonly [YaqlValue, YaqlValue]>,
  meter: Meter,
  isFrozen = true,
): Dictionary {
  const made = new Map<string, readonly [YaqlValue, YaqlValue]>();
  for (const [key, value] of entries) {
    const hash = hashKey(key, meter);
    made.set(hash, [made.get(hash)?.[0] ?? key, value]);
  }
  return new Dictionary(made, isFrozen);
}

/** A map with some more entries, or other values for its keys. */
export function extended(
  dictionary: Dictionary,
  entries: Iterable<readonly [YaqlValue, YaqlValue]>,
  meter: Meter,
): Dictionary {
  meter.step(dictionary.entries.size >> 4);
  const made = new Map(dictionary.entries);
  for (const [hash, entry] of dictionaryOf(entries, meter).entries) {
    made.set(hash, [made.get(hash)?.[0] ?? entry[0], entry[1]]);
  }
  return new Dictionary(made);
}

export function setOf(values: Iterable<YaqlValue>, meter: Meter): ValueSet {
  const members = new Map<string, YaqlValue>();
  for (const value of values) {
    const hash = hashKey(value, meter);
    if (!members.has(hash)) members.set(hash, value);
  }
  return setOfMembers(members);
}

type Members = ReadonlyMap<string, YaqlValue>;

/** A set of members with their hash keys, in the order in which Python would go through it. */
export function setOfMembers(members: Iterable<readonly [string, YaqlValue]>): ValueSet {
  return new ValueSet(arranged(members));
}

export function unionOfMembers(members: Members, others: Members): ValueSet {
  return new ValueSet(arrangedUnion(members, others));
}

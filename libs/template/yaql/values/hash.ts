import { valueFault } from '../fault';
import type { Meter } from '../runtime/meter';
import { kindOf } from './kinds';
import type { Sequence, YaqlObject, YaqlValue } from './value';

/** Numbers things that are equal to nothing but themselves. */
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/**
 * The same text for two values just where Python takes them for the same key: `1`, `1.0` and `true` are.
 * Throws where a value cannot be a key, or a member of a set.
 */
export function hashKey(value: YaqlValue, meter: Meter): string {
  meter.step();
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'n1' : 'n0';
    case 'bigint':
      return `n${value}`;
    case 'number':
      return Number.isInteger(value) ? `n${BigInt(value)}` : `n${value}`;
    case 'string':
      return `s${value}`;
    default:
      return hashOfObject(value, meter);
  }
}

function hashOfObject(value: YaqlObject, meter: Meter): string {
  switch (value.kind) {
    case 'sequence':
      return value.isTuple ? hashOfTuple(value, meter) : refuse(value);
    case 'dictionary':
      return value.isFrozen
        ? `d${nested(hashesOfEntries(value.entries.values(), meter).sort(), meter)}`
        : refuse(value);
    case 'set':
      return `f${nested([...value.members.keys()].sort(), meter)}`;
    case 'view':
      return value.shows === 'values' ? identityOf(value) : refuse(value);
    default:
      return hashOfAtom(value);
  }
}

/** Of what has no items. */
function hashOfAtom(value: YaqlObject): string {
  switch (value.kind) {
    case 'pattern':
      return `p${JSON.stringify(value.flags)}${value.source}`;
    case 'moment':
      return `m${value.local - value.offset}`;
    case 'span':
      return `t${value.microseconds}`;
    default:
      return identityOf(value);
  }
}

function hashOfTuple(value: Sequence, meter: Meter): string {
  meter.enter();
  try {
    return `l${nested(
      value.items.map((item) => hashKey(item, meter)),
      meter,
    )}`;
  } finally {
    meter.leave();
  }
}

function hashesOfEntries(entries: Iterable<readonly [YaqlValue, YaqlValue]>, meter: Meter): string[] {
  meter.enter();
  try {
    return [...entries].map(([key, value]) => nested([hashKey(key, meter), hashKey(value, meter)], meter));
  } finally {
    meter.leave();
  }
}

/** Each with its length before it, so that no two lists look the same. */
function nested(hashes: readonly string[], meter: Meter): string {
  const text = hashes.map((hash) => `${hash.length}:${hash}`).join('');
  meter.checkSize(text.length);
  meter.step(text.length >> 8);
  return text;
}

function identityOf(value: YaqlObject): string {
  let identity = identities.get(value);
  if (identity === undefined) {
    lastIdentity += 1;
    identity = lastIdentity;
    identities.set(value, identity);
  }
  return `o${identity}`;
}

function refuse(value: YaqlObject): never {
  throw valueFault(`${kindOf(value)} cannot be a key, or be in a set`);
}

import { valueFault } from '../../fault';
import { admitAll } from '../../runtime/admit';
import type { YaqlFunction } from '../../runtime/yaql-function';
import type { Meter } from '../../runtime/meter';
import { dictionaryOf, extended } from '../../values/build';
import { isAmong } from '../../values/equality';
import { hashKey } from '../../values/hash';
import { isDictionary } from '../../values/kinds';
import { Dictionary, View } from '../../values/value';
import type { Pair, YaqlValue } from '../../values/value';
import { alias, extension, fn, method, optional, required, rest, takingPairs } from '../define';
import { ANY, COLLECTION, LAMBDA, MAP, PAIR } from '../types';
import { itemsOf } from './items-of';

const DICT = required('dict', MAP);

const fromPairs = takingPairs(
  fn('dict', [rest('args', PAIR)], ([pairs], { meter }) => {
    admitAll(pairs, meter);
    return dictionaryOf(pairs.map(entryOf), meter);
  }),
);

/** Maps, and functions on them. None changes a map; those that seem to answer another. */
export const MAP_FUNCTIONS: readonly YaqlFunction[] = [
  fromPairs,
  alias('#map', fromPairs),
  takingPairs(
    fn('dict', [required('items', COLLECTION)], ([items], { meter }) => dictionaryOf(entriesOf(items), meter)),
  ),
  method(
    'toDict',
    [required('collection', COLLECTION), required('keySelector', LAMBDA), optional('valueSelector', LAMBDA)],
    ([collection, keyOf, valueOf = (value) => value ?? null], { meter }) => {
      const entries = [...collection].map((item) => [keyOf(item), valueOf(item)] as const);
      return dictionaryOf(entries, meter, false);
    },
  ),
  fn('#indexer', [DICT, required('key', ANY)], ([dictionary, key], { meter }) => entryAt(dictionary, key, meter)),
  fn('#indexer', [DICT, required('key', ANY), required('default', ANY)], ([dictionary, key, fallback], { meter }) =>
    valueAt(dictionary, key, meter, fallback),
  ),
  method(
    'get',
    [DICT, required('key', ANY), optional('default', ANY)],
    ([dictionary, key, fallback = null], { meter }) => valueAt(dictionary, key, meter, fallback),
  ),
  takingPairs(
    method('set', [DICT, required('key', ANY), required('value', ANY)], ([dictionary, key, value], { meter }) => {
      admitAll([dictionary, key, value], meter);
      return extended(dictionary, [[key, value]], meter);
    }),
  ),
  takingPairs(
    method('set', [DICT, required('replacements', MAP)], ([dictionary, replacements], { meter }) => {
      admitAll([dictionary, replacements], meter);
      return extended(dictionary, replacements.entries.values(), meter);
    }),
  ),
  takingPairs(
    method('set', [DICT, rest('args', PAIR)], ([dictionary, pairs], { meter }) => {
      admitAll([dictionary, ...pairs], meter);
      return extended(dictionary, pairs.map(entryOf), meter);
    }),
  ),
  method('keys', [DICT], ([dictionary]) => new View(dictionary, 'keys')),
  method('values', [DICT], ([dictionary]) => new View(dictionary, 'values')),
  method('items', [DICT], ([dictionary]) => new View(dictionary, 'items')),
  method('containsKey', [DICT, required('key', ANY)], ([dictionary, key], { meter }) =>
    dictionary.entries.has(hashKey(key, meter)),
  ),
  method('containsValue', [DICT, required('value', ANY)], ([dictionary, value], { meter }) =>
    isAmong(value, dictionary.values(), meter),
  ),
  fn('#operator_+', [required('left', MAP), required('right', MAP)], ([left, right], { meter }) => {
    admitAll([left, right], meter);
    return extended(left, right.entries.values(), meter);
  }),
  extension('len', [DICT], ([dictionary]) => BigInt(dictionary.entries.size)),
  method('delete', [DICT, rest('keys', ANY)], ([dictionary, keys], { meter }) => withoutKeys(dictionary, keys, meter)),
  method('deleteAll', [DICT, required('keys', COLLECTION)], ([dictionary, keys], { meter }) =>
    withoutKeys(dictionary, keys, meter),
  ),
  fn('isDict', [required('arg', ANY)], ([value]) => isDictionary(value)),
];

function entryOf({ source, destination }: Pair): readonly [YaqlValue, YaqlValue] {
  return [source, destination];
}

/** A key and a value of each item; what more it has is not looked at. */
function* entriesOf(items: Iterable<YaqlValue>): Generator<readonly [YaqlValue, YaqlValue]> {
  for (const item of items) {
    const [key, value] = itemsOf(item);
    if (key === undefined || value === undefined) throw valueFault('each item of a map has a key and a value');
    yield [key, value];
  }
}

function entryAt(dictionary: Dictionary, key: YaqlValue, meter: Meter): YaqlValue {
  const entry = dictionary.entries.get(hashKey(key, meter));
  if (entry !== undefined) return entry[1];
  throw valueFault('the map has no such key; a second value in the brackets is given where there is none');
}

function valueAt(dictionary: Dictionary, key: YaqlValue, meter: Meter, fallback: YaqlValue): YaqlValue {
  const entry = dictionary.entries.get(hashKey(key, meter));
  return entry === undefined ? fallback : entry[1];
}

function withoutKeys(dictionary: Dictionary, keys: Iterable<YaqlValue>, meter: Meter): Dictionary {
  meter.step(dictionary.entries.size >> 4);
  const entries = new Map(dictionary.entries);
  for (const key of keys) entries.delete(hashKey(key, meter));
  return new Dictionary(entries, false);
}

import { valueFault } from '../../fault';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { areEqual } from '../../values/equality';
import { isTrue } from '../../values/truth';
import type { YaqlValue } from '../../values/value';
import type { Collection } from '../../values/kinds';
import { alias, extension, method, optional, required } from '../define';
import { ANY, COLLECTION, ITERATOR, LAMBDA } from '../types';

const COLLECTED = required('collection', COLLECTION);

const aggregate = method(
  'aggregate',
  [COLLECTED, required('selector', LAMBDA), optional('seed', ANY)],
  ([collection, selector, seed]) => reduce(collection, selector, seed),
);

/** Functions that go through all items, or as many as they need, for one answer. */
export const REDUCTIONS: readonly YaqlFunction[] = [
  aggregate,
  alias('reduce', aggregate),
  ...(['sum', 'max', 'min'] as const).map((name) =>
    method(name, [COLLECTED, optional('initial', ANY)], ([collection, initial], call) =>
      reduce(collection, (a, b) => combine(name, a, b, call), initial),
    ),
  ),
  extension('any', [COLLECTED, optional('predicate', LAMBDA)], ([collection, predicate]) =>
    some(collection, (item) => predicate === undefined || isTrue(predicate(item))),
  ),
  extension(
    'all',
    [COLLECTED, optional('predicate', LAMBDA)],
    ([collection, predicate]) => !some(collection, (item) => !isTrue(predicate === undefined ? item : predicate(item))),
  ),
  // An iterator is counted to its end, however long it is.
  extension('len', [required('collection', ITERATOR)], ([items]) => countOf(items)),
  method('count', [COLLECTED], ([collection]) => countOf(collection)),
  method('first', [COLLECTED, optional('default', ANY)], ([collection, fallback]) =>
    orFallback(firstItem(collection), fallback),
  ),
  method('last', [COLLECTED, optional('default', ANY)], ([collection, fallback]) =>
    orFallback(lastItem(collection), fallback),
  ),
  method('single', [COLLECTED], ([collection]) => singleItem(collection)),
  method('indexOf', [COLLECTED, required('item', ANY)], ([collection, item], { meter }) =>
    firstIndex(collection, (other) => areEqual(other, item, meter)),
  ),
  method('lastIndexOf', [COLLECTED, required('item', ANY)], ([collection, item], { meter }) =>
    lastIndex(collection, (other) => areEqual(other, item, meter)),
  ),
  method('indexWhere', [COLLECTED, required('predicate', LAMBDA)], ([collection, predicate]) =>
    firstIndex(collection, (item) => isTrue(predicate(item))),
  ),
  method('lastIndexWhere', [COLLECTED, required('predicate', LAMBDA)], ([collection, predicate]) =>
    lastIndex(collection, (item) => isTrue(predicate(item))),
  ),
];

/** `max` and `min` are functions of two values besides; a sum is what `+` makes, of lists and texts too. */
function combine(name: 'sum' | 'max' | 'min', a: YaqlValue, b: YaqlValue, call: Call): YaqlValue {
  return call.invoke(name === 'sum' ? '#operator_+' : name, [a, b]);
}

export function reduce(
  items: Iterable<YaqlValue>,
  combineTwo: (a: YaqlValue, b: YaqlValue) => YaqlValue,
  seed: YaqlValue | undefined,
): YaqlValue {
  let result = seed;
  for (const item of items) result = result === undefined ? item : combineTwo(result, item);
  if (result === undefined) throw valueFault('there is nothing in the list, and no value to begin with');
  return result;
}

function some(items: Iterable<YaqlValue>, holds: (item: YaqlValue) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}

function countOf(items: Iterable<YaqlValue>): bigint {
  let count = 0n;
  for (const _item of items) count += 1n;
  return count;
}

function firstItem(items: Iterable<YaqlValue>): YaqlValue | undefined {
  for (const item of items) return item;
  return undefined;
}

function lastItem(items: Collection): YaqlValue | undefined {
  if (items.kind === 'sequence') return items.items.at(-1);
  let last: YaqlValue | undefined;
  for (const item of items) last = item;
  return last;
}

function orFallback(item: YaqlValue | undefined, fallback: YaqlValue | undefined): YaqlValue {
  const answer = item === undefined ? fallback : item;
  if (answer === undefined) throw valueFault('the list is empty; a value in the parentheses is given where it is');
  return answer;
}

function singleItem(items: Iterable<YaqlValue>): YaqlValue {
  const [item, another] = items;
  if (item === undefined || another !== undefined) throw valueFault('the list has not just one item');
  return item;
}

function firstIndex(items: Iterable<YaqlValue>, holds: (item: YaqlValue) => boolean): bigint {
  let index = 0n;
  for (const item of items) {
    if (holds(item)) return index;
    index += 1n;
  }
  return -1n;
}

function lastIndex(items: Iterable<YaqlValue>, holds: (item: YaqlValue) => boolean): bigint {
  let [index, last] = [0n, -1n];
  for (const item of items) {
    if (holds(item)) last = index;
    index += 1n;
  }
  return last;
}

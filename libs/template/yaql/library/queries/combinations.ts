import type { YaqlFunction } from '../../runtime/yaql-function';
import { checkMemory } from '../../runtime/admit';
import { isTrue } from '../../values/truth';
import { Memorized, Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { listSize } from '../../values/size';
import { method, named, optional, required, rest, stream } from '../define';
import { ANY, COLLECTION, LAMBDA } from '../types';
import type { Lambda } from '../types';
import { valueFault } from '../../fault';

/** Functions that bring several lists together, or a list and a value. */
export const COMBINATIONS: readonly YaqlFunction[] = [
  method('zip', [rest('collections', COLLECTION)], ([collections], call) => stream(call, zipped(collections))),
  method('zipLongest', [rest('collections', COLLECTION), named(ANY)], ([collections, names], call) =>
    stream(call, zippedLongest(collections, names.get('default') ?? null)),
  ),
  method(
    'join',
    [
      required('collection1', COLLECTION),
      required('collection2', COLLECTION),
      required('predicate', LAMBDA),
      required('selector', LAMBDA),
    ],
    ([left, right, predicate, selector], call) => {
      const again =
        right.kind === 'stream' ? new Memorized(right, (count) => checkMemory(listSize(count), call.meter)) : right;
      return stream(call, joined(left, again, predicate, selector));
    },
  ),
  method(
    'accumulate',
    [required('collection', COLLECTION), required('selector', LAMBDA), optional('seed', ANY)],
    ([collection, selector, seed], call) => stream(call, accumulated(collection, selector, seed)),
  ),
  method(
    'defaultIfEmpty',
    [required('collection', COLLECTION), required('default', COLLECTION)],
    ([collection, fallback], { meter }) => {
      const again =
        collection.kind === 'stream'
          ? new Memorized(collection, (count) => checkMemory(listSize(count), meter))
          : collection;
      return isEmpty(again) ? fallback : again;
    },
  ),
];

/** As long as the shortest. */
function* zipped(collections: readonly Iterable<YaqlValue>[]): Generator<YaqlValue> {
  const iterators = collections.map((collection) => collection[Symbol.iterator]());
  while (iterators.length > 0) {
    const items: YaqlValue[] = [];
    for (const iterator of iterators) {
      const step = iterator.next();
      if (step.done === true) return;
      items.push(step.value);
    }
    yield new Sequence(items);
  }
}

/** As long as the longest, with something in place of what the shorter ones lack. */
function* zippedLongest(collections: readonly Iterable<YaqlValue>[], filler: YaqlValue): Generator<YaqlValue> {
  const iterators = collections.map((collection) => collection[Symbol.iterator]());
  for (;;) {
    const steps = iterators.map((iterator) => iterator.next());
    if (steps.every((step) => step.done === true)) return;
    yield new Sequence(steps.map((step) => (step.done === true ? filler : step.value)));
  }
}

function* joined(
  left: Iterable<YaqlValue>,
  right: Iterable<YaqlValue>,
  predicate: Lambda,
  selector: Lambda,
): Generator<YaqlValue> {
  for (const item of left) {
    for (const other of right) if (isTrue(predicate(item, other))) yield selector(item, other);
  }
}

/** Every value on the way to that of `aggregate`. */
function* accumulated(items: Iterable<YaqlValue>, selector: Lambda, seed: YaqlValue | undefined): Generator<YaqlValue> {
  let total = seed;
  if (total !== undefined) yield total;
  for (const item of items) {
    total = total === undefined ? item : selector(total, item);
    yield total;
  }
  if (total === undefined) throw valueFault('there is nothing in the list, and no value to begin with');
}

function isEmpty(items: Iterable<YaqlValue>): boolean {
  for (const _item of items) return false;
  return true;
}

import { limited } from '../../runtime/limited';
import type { Meter } from '../../runtime/meter';
import type { Collection } from '../../values/kinds';
import { isCollection, isIterator } from '../../values/kinds';
import { Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';

/** A stretch of a list: so many items from a position on, all of them where the count is negative. */
interface Stretch {
  readonly position: bigint;
  readonly count: bigint;
}

function isWithin(index: bigint, { position, count }: Stretch): boolean {
  return index >= position && (count < 0n || index < position + count);
}

/** A collection as a tuple, which is read to its end for that. */
export function toTuple(collection: Collection): Sequence {
  return collection.kind === 'sequence' && collection.isTuple ? collection : new Sequence([...collection]);
}

/** The items, with those of collections inside in their place, however deep. */
export function* flattened(items: Iterable<YaqlValue>, meter: Meter): Generator<YaqlValue> {
  meter.enter();
  try {
    for (const item of items) {
      if (isCollection(item)) yield* flattened(limited(item, meter), meter);
      else yield item;
    }
  } finally {
    meter.leave();
  }
}

/** The values, with what iterators among them give in their place; lists stay. */
export function* withIterators(values: Iterable<YaqlValue>): Generator<YaqlValue> {
  for (const value of values) {
    if (isIterator(value)) yield* withIterators(value);
    else yield value;
  }
}

export function* removed(items: Iterable<YaqlValue>, stretch: Stretch): Generator<YaqlValue> {
  let index = 0n;
  for (const item of items) {
    if (!isWithin(index, stretch)) yield item;
    index += 1n;
  }
}

/** With the values in place of a stretch. */
export function* replaced(
  items: Iterable<YaqlValue>,
  stretch: Stretch,
  values: Iterable<YaqlValue>,
): Generator<YaqlValue> {
  let [index, isDone] = [0n, false];
  for (const item of items) {
    if (!isWithin(index, stretch)) yield item;
    else if (!isDone) {
      isDone = true;
      yield* values;
    }
    index += 1n;
  }
}

/** With the values before the item at a position, or at the end; where `isLenient`, also in front of all for a negative one. */
export function* inserted(
  items: Iterable<YaqlValue>,
  position: bigint,
  values: Iterable<YaqlValue>,
  isLenient: boolean,
): Generator<YaqlValue> {
  let index = 0n;
  if (isLenient && position < 0n) yield* values;
  for (const item of items) {
    if (index === position) yield* values;
    yield item;
    index += 1n;
  }
  if (position >= index) yield* values;
}

export function* oneAfterTheOther(collections: Iterable<Iterable<YaqlValue>>): Generator<YaqlValue> {
  for (const collection of collections) yield* collection;
}

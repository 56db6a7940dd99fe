import type { YaqlFunction } from '../../runtime/yaql-function';
import { hashKey } from '../../values/hash';
import { isCollection } from '../../values/kinds';
import type { Meter } from '../../runtime/meter';
import { isTrue } from '../../values/truth';
import { Memorized, Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { setSize, listSize } from '../../values/size';
import { checkMemory } from '../../runtime/admit';
import { valueFault } from '../../fault';
import { alias, extension, method, optional, required, rest, stream } from '../define';
import { ANY, COLLECTION, INTEGER, LAMBDA } from '../types';
import type { Lambda } from '../types';
import { oneAfterTheOther } from '../collections/walk-lists';

const COLLECTED = required('collection', COLLECTION);

const where = method('where', [COLLECTED, required('predicate', LAMBDA)], ([collection, predicate], call) =>
  stream(call, matching(collection, predicate)),
);
const select = method('select', [COLLECTED, required('selector', LAMBDA)], ([collection, selector], call) =>
  stream(call, mapped(collection, selector)),
);
const limit = method('limit', [COLLECTED, required('count', INTEGER)], ([collection, count], call) =>
  stream(call, firstOf(collection, notNegative(count))),
);

/** Functions that answer some of the items, or others made from them, as they are asked for. */
export const FILTERS: readonly YaqlFunction[] = [
  where,
  alias('filter', where),
  select,
  alias('map', select),
  limit,
  alias('take', limit),
  method('skip', [COLLECTED, required('count', INTEGER)], ([collection, count], call) =>
    stream(call, allBut(collection, notNegative(count))),
  ),
  extension('append', [COLLECTED, rest('args', ANY)], ([collection, values], call) =>
    stream(call, oneAfterTheOther([collection, values])),
  ),
  extension('concat', [rest('collections', COLLECTION)], ([collections], call) =>
    stream(call, oneAfterTheOther(collections)),
  ),
  extension('distinct', [COLLECTED, optional('keySelector', LAMBDA)], ([collection, keyOf], call) =>
    stream(call, distinct(collection, call.meter, keyOf)),
  ),
  extension('enumerate', [COLLECTED, optional('start', INTEGER)], ([collection, start = 0n], call) =>
    stream(call, enumerated(collection, start)),
  ),
  method('selectMany', [COLLECTED, required('selector', LAMBDA)], ([collection, selector], call) =>
    stream(call, many(collection, selector)),
  ),
  method('takeWhile', [COLLECTED, required('predicate', LAMBDA)], ([collection, predicate], call) =>
    stream(call, takenWhile(collection, predicate)),
  ),
  method('skipWhile', [COLLECTED, required('predicate', LAMBDA)], ([collection, predicate], call) =>
    stream(call, skippedWhile(collection, predicate)),
  ),
  method('memorize', [COLLECTED], ([collection], { meter }) =>
    collection.kind === 'stream'
      ? new Memorized(collection, (count) => checkMemory(listSize(count), meter))
      : collection,
  ),
];

function notNegative(count: bigint): bigint {
  if (count < 0n) throw valueFault('a number of items cannot be negative');
  return count;
}

function* matching(items: Iterable<YaqlValue>, predicate: Lambda): Generator<YaqlValue> {
  for (const item of items) if (isTrue(predicate(item))) yield item;
}

export function* mapped(items: Iterable<YaqlValue>, selector: Lambda): Generator<YaqlValue> {
  for (const item of items) yield selector(item);
}

/** Asks for no item more than it gives. */
export function* firstOf(items: Iterable<YaqlValue>, count: bigint): Generator<YaqlValue> {
  if (count === 0n) return;
  let given = 0n;
  for (const item of items) {
    yield item;
    given += 1n;
    if (given === count) return;
  }
}

function* allBut(items: Iterable<YaqlValue>, count: bigint): Generator<YaqlValue> {
  let index = 0n;
  for (const item of items) {
    if (index >= count) yield item;
    index += 1n;
  }
}

/** Of items with equal keys the first. */
export function* distinct(items: Iterable<YaqlValue>, meter: Meter, keyOf?: Lambda): Generator<YaqlValue> {
  const seen = new Set<string>();
  for (const item of items) {
    const hash = hashKey(keyOf === undefined ? item : keyOf(item), meter);
    if (seen.has(hash)) continue;
    seen.add(hash);
    checkMemory(setSize(seen.size), meter);
    yield item;
  }
}

function* enumerated(items: Iterable<YaqlValue>, start: bigint): Generator<YaqlValue> {
  let index = start;
  for (const item of items) {
    yield new Sequence([index, item], false);
    index += 1n;
  }
}

function* many(items: Iterable<YaqlValue>, selector: Lambda): Generator<YaqlValue> {
  for (const item of items) {
    const inner = selector(item);
    if (isCollection(inner)) yield* inner;
    else yield inner;
  }
}

function* takenWhile(items: Iterable<YaqlValue>, predicate: Lambda): Generator<YaqlValue> {
  for (const item of items) {
    if (!isTrue(predicate(item))) return;
    yield item;
  }
}

function* skippedWhile(items: Iterable<YaqlValue>, predicate: Lambda): Generator<YaqlValue> {
  let isSkipping = true;
  for (const item of items) {
    isSkipping &&= isTrue(predicate(item));
    if (!isSkipping) yield item;
  }
}

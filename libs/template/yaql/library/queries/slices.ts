import type { YaqlFunction } from '../../runtime/yaql-function';
import type { Meter } from '../../runtime/meter';
import { areEqual } from '../../values/equality';
import { isTrue } from '../../values/truth';
import { Sequence } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { valueFault } from '../../fault';
import { method, required, stream } from '../define';
import { COLLECTION, INTEGER, LAMBDA } from '../types';
import type { Lambda } from '../types';
import { toTuple } from '../collections/walk-lists';

const COLLECTED = required('collection', COLLECTION);
const PREDICATE = required('predicate', LAMBDA);

/** Functions that cut a list into lists. */
export const SLICES: readonly YaqlFunction[] = [
  method('slice', [COLLECTED, required('length', INTEGER)], ([collection, length], call) =>
    stream(call, slices(collection, length)),
  ),
  method('splitWhere', [COLLECTED, PREDICATE], ([collection, predicate], call) =>
    stream(call, splitWhere(toTuple(collection).items, predicate)),
  ),
  method('sliceWhere', [COLLECTED, PREDICATE], ([collection, predicate], call) =>
    stream(call, sliceWhere(toTuple(collection).items, predicate, call.meter)),
  ),
  method('splitAt', [COLLECTED, required('index', INTEGER)], ([collection, index]) => {
    const { items } = toTuple(collection);
    const at = Number(index);
    return new Sequence([new Sequence(items.slice(0, at)), new Sequence(items.slice(at))], false);
  }),
];

function* slices(items: Iterable<YaqlValue>, length: bigint): Generator<YaqlValue> {
  if (length < 0n) throw valueFault('a number of items cannot be negative');
  if (length === 0n) return;
  let slice: YaqlValue[] = [];
  for (const item of items) {
    slice.push(item);
    if (BigInt(slice.length) < length) continue;
    yield new Sequence(slice);
    slice = [];
  }
  if (slice.length > 0) yield new Sequence(slice);
}

/** Cuts at the items that the predicate is true of, which are left out. */
function* splitWhere(items: readonly YaqlValue[], predicate: Lambda): Generator<YaqlValue> {
  let start = 0;
  for (const [index, item] of items.entries()) {
    if (!isTrue(predicate(item))) continue;
    yield new Sequence(items.slice(start, index));
    start = index + 1;
  }
  if (start < items.length) yield new Sequence(items.slice(start));
}

/** Cuts wherever the predicate's answer becomes another. */
function* sliceWhere(items: readonly YaqlValue[], predicate: Lambda, meter: Meter): Generator<YaqlValue> {
  let start = 0;
  let last: YaqlValue | undefined;
  for (const [index, item] of items.entries()) {
    const answer = predicate(item);
    if (last !== undefined && !areEqual(answer, last, meter)) {
      yield new Sequence(items.slice(start, index));
      start = index;
    }
    last = answer;
  }
  if (items.length > 0) yield new Sequence(items.slice(start));
}

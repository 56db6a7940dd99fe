import { valueFault, YaqlFault } from '../../fault';
import { admitAll, checkMemory } from '../../runtime/admit';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { limited } from '../../runtime/limited';
import type { Collection } from '../../values/kinds';
import { isCollection, isSequence } from '../../values/kinds';
import { EMPTY_LIST, sizeOf } from '../../values/size';
import { BLANK, Sequence, ValueSet } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { fn, extension, method, optional, required, rest, stream } from '../define';
import { ANY, COLLECTION, COLLECTION_BUT_SET, INTEGER, SEQUENCE } from '../types';
import { contains } from './membership';
import { unionOf } from './sets';
import { flattened, inserted, oneAfterTheOther, removed, replaced, toTuple, withIterators } from './walk-lists';

/** Functions and operators on lists, and on what can be gone through like one. */
export const LIST_FUNCTIONS: readonly YaqlFunction[] = [
  fn('#list', [rest('args', ANY)], ([items], { meter }) => {
    if (items.includes(BLANK)) throw valueFault('an item of the list is missing');
    admitAll(items, meter);
    return new Sequence(items);
  }),
  fn('list', [rest('args', ANY)], ([items], call) => toTuple(limited(stream(call, withIterators(items)), call.meter))),
  method('toList', [required('collection', COLLECTION)], ([collection]) => toTuple(collection)),
  method('flatten', [required('collection', COLLECTION)], ([collection], call) =>
    stream(call, flattened(collection, call.meter)),
  ),
  fn('#indexer', [required('list', SEQUENCE), required('index', INTEGER)], ([list, index]) => itemAt(list, index)),
  fn('#operator_in', [required('value', ANY), required('collection', COLLECTION)], ([value, collection], { meter }) =>
    contains(collection, value, meter),
  ),
  method('contains', [required('collection', COLLECTION), required('value', ANY)], ([collection, value], { meter }) =>
    contains(collection, value, meter),
  ),
  fn('#operator_+', [required('left', COLLECTION), required('right', COLLECTION)], joined),
  fn('#operator_*', [required('left', SEQUENCE), required('right', INTEGER)], repeated),
  fn('#operator_*', [required('left', INTEGER), required('right', SEQUENCE)], ([count, list], call) =>
    repeated([list, count], call),
  ),
  extension('len', [required('sequence', SEQUENCE)], ([list]) => BigInt(list.items.length)),
  method(
    'delete',
    [required('collection', COLLECTION), required('position', INTEGER), optional('count', INTEGER)],
    ([collection, position, count = 1n], call) => stream(call, removed(collection, { position, count })),
  ),
  method(
    'replace',
    [
      required('collection', COLLECTION),
      required('position', INTEGER),
      required('value', ANY),
      optional('count', INTEGER),
    ],
    ([collection, position, value, count = 1n], call) =>
      stream(call, replaced(collection, { position, count }, [value])),
  ),
  method(
    'replaceMany',
    [
      required('collection', COLLECTION),
      required('position', INTEGER),
      required('values', COLLECTION),
      optional('count', INTEGER),
    ],
    ([collection, position, values, count = 1n], call) =>
      stream(call, replaced(collection, { position, count }, values)),
  ),
  method(
    'insert',
    [required('collection', COLLECTION_BUT_SET), required('position', INTEGER), required('value', ANY)],
    ([collection, position, value], call) => stream(call, inserted(collection, position, [value], false)),
  ),
  method(
    'insert',
    [required('collection', SEQUENCE), required('position', INTEGER), required('value', ANY)],
    ([list, position, value]) =>
      new Sequence(list.items.toSpliced(Number(position), 0, value), false, list.items.length),
  ),
  method(
    'insertMany',
    [required('collection', COLLECTION), required('position', INTEGER), required('values', COLLECTION)],
    ([collection, position, values], call) => stream(call, inserted(collection, position, values, true)),
  ),
  fn('isList', [required('arg', ANY)], ([value]) => isSequence(value)),
  fn('isIterable', [required('value', ANY)], ([value]) => isCollection(value)),
];

function itemAt({ items }: Sequence, index: bigint): YaqlValue {
  const item = items.at(Number(index));
  if (item !== undefined) return item;
  throw new YaqlFault('index', `the list has ${items.length} items, and none at that index`);
}

function joined([left, right]: readonly [Collection, Collection], call: Call): YaqlValue {
  if (isTuple(left) && isTuple(right)) {
    admitAll([left, right], call.meter);
    return new Sequence([...left.items, ...right.items]);
  }
  if (left instanceof ValueSet && right instanceof ValueSet) return unionOf(left, right, call);
  return stream(call, oneAfterTheOther([left, right]));
}

function isTuple(value: Iterable<YaqlValue>): value is Sequence {
  return value instanceof Sequence && value.isTuple;
}

/** Refuses before it makes a list of what would take too much memory, in the way that YAQL tells it. */
function repeated([list, count]: readonly [Sequence, bigint], { meter }: Call): YaqlValue {
  const times = Number(count);
  const spared = (1 - times) * EMPTY_LIST;
  checkMemory(spared, meter);
  checkMemory(spared + times * sizeOf(list), meter);
  // That lets lists pass that are too large as a value, so they are told before they are made.
  checkMemory(times * list.items.length * 8, meter);
  return new Sequence(Array.from({ length: Math.max(0, times) }, () => list.items).flat(), list.isTuple);
}

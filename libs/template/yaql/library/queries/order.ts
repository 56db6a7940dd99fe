import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { isTrue } from '../../values/truth';
import { Ordering } from '../../values/value';
import type { YaqlValue } from '../../values/value';
import { method, required, stream } from '../define';
import { COLLECTION, LAMBDA, ORDERING } from '../types';
import type { Lambda } from '../types';
import { toTuple } from '../collections/walk-lists';

const COLLECTED = required('collection', COLLECTION);
const ORDERED = required('collection', ORDERING);
const SELECTOR = required('selector', LAMBDA);

/** Sorting, which keeps the order of what is equal. */
export const ORDER_FUNCTIONS: readonly YaqlFunction[] = [
  method('orderBy', [COLLECTED, SELECTOR], ([collection, selector], call) =>
    ordered(new Ordering(collection), selector, 1, call),
  ),
  method('orderByDescending', [COLLECTED, SELECTOR], ([collection, selector], call) =>
    ordered(new Ordering(collection), selector, -1, call),
  ),
  method('thenBy', [ORDERED, SELECTOR], ([ordering, selector], call) => ordered(ordering, selector, 1, call)),
  method('thenByDescending', [ORDERED, SELECTOR], ([ordering, selector], call) =>
    ordered(ordering, selector, -1, call),
  ),
  method('reverse', [COLLECTED], ([collection], call) => stream(call, toTuple(collection).items.toReversed())),
];

function ordered(ordering: Ordering, selector: Lambda, direction: 1 | -1, call: Call): Ordering {
  ordering.add((a, b) => direction * compare(selector(a), selector(b), call));
  return ordering;
}

/** As the operators have it: what they cannot compare is a fault. */
function compare(a: YaqlValue, b: YaqlValue, call: Call): number {
  if (isTrue(call.invoke('#operator_<', [a, b]))) return -1;
  return isTrue(call.invoke('#operator_>', [a, b])) ? 1 : 0;
}

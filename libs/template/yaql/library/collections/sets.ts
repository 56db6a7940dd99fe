import { valueFault } from '../../fault';
import { admitAll } from '../../runtime/admit';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { setOf, setOfMembers, unionOfMembers } from '../../values/build';
import { membersOf } from '../../values/equality';
import { isSetLike } from '../../values/kinds';
import type { ValueSet, View, YaqlValue } from '../../values/value';
import { alias, extension, fn, method, required, rest, stream } from '../define';
import { ANY, COLLECTION, SET } from '../types';
import { limited } from '../../runtime/limited';
import { withIterators } from './walk-lists';

type Members = ReadonlyMap<string, YaqlValue>;

const TWO_SETS = [required('left', SET), required('right', SET)] as const;

const difference = method('difference', TWO_SETS, ([left, right], { meter }) =>
  without(ofSet(left), membersOf(right, meter)),
);

/** Sets, and functions on them. */
export const SET_FUNCTIONS: readonly YaqlFunction[] = [
  fn('set', [rest('args', ANY)], ([values], call) =>
    setOf(limited(stream(call, withIterators(values)), call.meter), call.meter),
  ),
  method('toSet', [required('collection', COLLECTION)], ([collection], { meter }) =>
    collection.kind === 'set' ? collection : setOf(collection, meter),
  ),
  fn('isSet', [required('arg', ANY)], ([value]) => isSetLike(value)),
  extension('len', [required('set', SET)], ([set]) =>
    BigInt(set.kind === 'set' ? set.members.size : set.dictionary.entries.size),
  ),
  method('union', TWO_SETS, ([left, right], { meter }) => unionOfMembers(ofSet(left), membersOf(right, meter))),
  method('intersect', TWO_SETS, ([left, right], { meter }) => {
    const others = membersOf(right, meter);
    return setOfMembers([...ofSet(left)].filter(([hash]) => others.has(hash)));
  }),
  difference,
  { ...alias('#operator_-', difference), isFunction: true, isMethod: false },
  method('symmetricDifference', TWO_SETS, ([left, right], { meter }) => {
    const [own, others] = [ofSet(left), membersOf(right, meter)];
    return setOfMembers([...without(own, others).members, ...without(others, own).members]);
  }),
  method('add', [required('set', SET), rest('values', ANY)], ([set, values], { meter }) =>
    unionOfMembers(ofSet(set), setOf(values, meter).members),
  ),
  method('remove', [required('set', SET), rest('values', ANY)], ([set, values], { meter }) =>
    without(ofSet(set), setOf(values, meter).members),
  ),
];

export function unionOf(left: ValueSet, right: ValueSet, { meter }: Call): ValueSet {
  admitAll([left, right], meter);
  return unionOfMembers(left.members, right.members);
}

function without(members: Members, others: Members): ValueSet {
  return setOfMembers([...members].filter(([hash]) => !others.has(hash)));
}

/** A view of a map can be compared with a set, but not be made another. */
function ofSet(set: ValueSet | View): Members {
  if (set.kind === 'set') return set.members;
  throw valueFault('a view of a map cannot be changed; make a set of it with `toSet()`');
}

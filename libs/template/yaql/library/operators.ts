import { compareCodePoints } from '../../text/python-json';
import type { YaqlFunction } from '../runtime/yaql-function';
import { areEqual, membersOf } from '../values/equality';
import { isTrue } from '../values/truth';
import type { Moment, YaqlValue } from '../values/value';
import { compareNumbers } from './numbers/compare';
import { fn, required } from './define';
import { ANY, LAMBDA, MOMENT, NOT_NULL, NULL, NUMBER, SET, SPAN, TEXT } from './types';

type Comparison = '<' | '<=' | '>' | '>=';

const COMPARISONS: readonly Comparison[] = ['<', '<=', '>', '>='];

/** Whether an order, negative where the left is less, is what the operator asks for; nothing is in order with NaN. */
function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function comparisonsOf(comparison: Comparison): YaqlFunction[] {
  const name = `#operator_${comparison}`;
  const both = <T>(type: Parameters<typeof required<T>>[1], left = 'left', right = 'right') =>
    [required(left, type), required(right, type)] as const;
  return [
    fn(name, both(NUMBER), ([left, right]) => holds(comparison, compareNumbers(left, right))),
    fn(name, both(TEXT), ([left, right]) => holds(comparison, compareCodePoints(left, right))),
    fn(name, both(MOMENT, 'dt1', 'dt2'), ([left, right]) =>
      holds(comparison, compareNumbers(instantOf(left), instantOf(right))),
    ),
    fn(name, both(SPAN, 'ts1', 'ts2'), ([left, right]) =>
      holds(comparison, compareNumbers(left.microseconds, right.microseconds)),
    ),
    // Nothing is less than anything else.
    fn(name, both(NULL), () => holds(comparison, 0)),
    fn(name, [required('left', NULL), required('right', NOT_NULL)], () => holds(comparison, -1)),
    fn(name, [required('left', NOT_NULL), required('right', NULL)], () => holds(comparison, 1)),
    fn(name, both(SET), ([left, right], { meter }) => {
      return containsSet(comparison, new Set(membersOf(left, meter).keys()), new Set(membersOf(right, meter).keys()));
    }),
  ];
}

function instantOf({ local, offset }: Moment): bigint {
  return local - offset;
}

/** Sets are less than those that have all of theirs and more. */
function containsSet(comparison: Comparison, left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const [part, whole] = comparison.startsWith('<') ? [left, right] : [right, left];
  if (![...part].every((hash) => whole.has(hash))) return false;
  return comparison.endsWith('=') || part.size < whole.size;
}

/** Equality, order, `and`, `or` and `not`. Both `and` and `or` answer one of their operands, and may not look at the other. */
export const OPERATORS: readonly YaqlFunction[] = [
  ...COMPARISONS.flatMap(comparisonsOf),
  fn('*equal', [required('left', ANY), required('right', ANY)], ([left, right], { meter }) =>
    areEqual(left, right, meter),
  ),
  fn(
    '*not_equal',
    [required('left', ANY), required('right', ANY)],
    ([left, right], { meter }) => !areEqual(left, right, meter),
  ),
  fn('#operator_and', [required('left', LAMBDA), required('right', LAMBDA)], ([left, right]): YaqlValue => {
    const value = left();
    return isTrue(value) ? right() : value;
  }),
  fn('#operator_or', [required('left', LAMBDA), required('right', LAMBDA)], ([left, right]): YaqlValue => {
    const value = left();
    return isTrue(value) ? value : right();
  }),
  fn('#unary_operator_not', [required('arg', ANY)], ([value]) => !isTrue(value)),
  fn('bool', [required('value', ANY)], ([value]) => isTrue(value)),
  fn('isBoolean', [required('value', ANY)], ([value]) => typeof value === 'boolean'),
];

import { valueFault } from '../../fault';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { isTrue } from '../../values/truth';
import type { YaqlValue } from '../../values/value';
import { fn, optional, required } from '../define';
import { ANY, INTEGER, NUMBER, NUMBER_OR_NULL } from '../types';
import { combine, divide, modulo, power } from './arithmetic';
import type { Numeric } from './arithmetic';
import { toInteger, toNumber } from './read-number';
import { round } from './round';

const TWO_NUMBERS = [required('left', NUMBER), required('right', NUMBER)] as const;

/** Arithmetic, and what is a number. */
export const NUMBER_FUNCTIONS: readonly YaqlFunction[] = [
  fn('#operator_+', TWO_NUMBERS, ([left, right]) =>
    combine(
      left,
      right,
      (a, b) => a + b,
      (a, b) => a + b,
    ),
  ),
  fn('#operator_-', TWO_NUMBERS, ([left, right]) =>
    combine(
      left,
      right,
      (a, b) => a - b,
      (a, b) => a - b,
    ),
  ),
  fn('#operator_*', TWO_NUMBERS, ([left, right]) =>
    combine(
      left,
      right,
      (a, b) => a * b,
      (a, b) => a * b,
    ),
  ),
  fn('#operator_/', TWO_NUMBERS, ([left, right]) => divide(left, right)),
  fn('#operator_mod', TWO_NUMBERS, ([left, right]) => modulo(left, right)),
  fn('#unary_operator_+', [required('op', NUMBER)], ([value]) => value),
  fn('#unary_operator_-', [required('op', NUMBER)], ([value]) => -value),
  fn('abs', [required('op', NUMBER)], ([value]) => (value < 0 ? -value : absolute(value))),
  fn('int', [required('value', ANY)], ([value]) => toInteger(value)),
  fn('float', [required('value', ANY)], ([value]) => toNumber(value)),
  fn(
    'pow',
    [required('a', NUMBER), required('b', NUMBER), optional('c', NUMBER_OR_NULL)],
    ([a, b, c = null], { meter }) => power(a, b, c, meter),
  ),
  fn('sign', [required('num', NUMBER)], ([value]) => (value > 0 ? 1n : value < 0 ? -1n : 0n)),
  fn('round', [required('number', NUMBER), optional('ndigits', INTEGER)], ([value, places = 0n]) =>
    round(value, places),
  ),
  fn('hex', [required('num', NUMBER_OR_NULL)], ([value]) => hexadecimal(value)),
  fn('max', [required('a', ANY), required('b', ANY)], ([a, b], call) => (isGreater(b, a, call) ? b : a)),
  fn('min', [required('a', ANY), required('b', ANY)], ([a, b], call) => (isGreater(b, a, call) ? a : b)),
  fn('isInteger', [required('value', ANY)], ([value]) => typeof value === 'bigint'),
  fn('isNumber', [required('value', ANY)], ([value]) => typeof value === 'bigint' || typeof value === 'number'),
];

function absolute(value: Numeric): Numeric {
  return typeof value === 'number' ? Math.abs(value) : value;
}

function hexadecimal(value: Numeric | null): string {
  if (typeof value !== 'bigint') throw valueFault('only an integer can be written in hexadecimal digits');
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** As the operator `>` has it, so that everything that has an order has a greatest. */
function isGreater(value: YaqlValue, than: YaqlValue, call: Call): boolean {
  return isTrue(call.invoke('#operator_>', [value, than]));
}

import { valueFault } from '../../fault';
import type { YaqlFunction } from '../../runtime/yaql-function';
import type { Moment, Span } from '../../values/value';
import { fn, required } from '../define';
import { MOMENT, NUMBER, SPAN } from '../types';
import type { Numeric } from '../numbers/arithmetic';
import { shifted, spanOf, toMicroseconds } from './make-moment';

/** Operators on points in time and timespans. */
export const TIME_OPERATORS: readonly YaqlFunction[] = [
  fn('#operator_+', [required('dt', MOMENT), required('ts', SPAN)], ([moment, span]) =>
    shifted(moment, span.microseconds),
  ),
  fn('#operator_+', [required('ts', SPAN), required('dt', MOMENT)], ([span, moment]) =>
    shifted(moment, span.microseconds),
  ),
  fn('#operator_+', [required('ts1', SPAN), required('ts2', SPAN)], ([left, right]) =>
    spanOf(left.microseconds + right.microseconds),
  ),
  fn('#operator_-', [required('dt', MOMENT), required('ts', SPAN)], ([moment, span]) =>
    shifted(moment, -span.microseconds),
  ),
  fn('#operator_-', [required('dt1', MOMENT), required('dt2', MOMENT)], ([left, right]) =>
    spanOf(instantOf(left) - instantOf(right)),
  ),
  fn('#operator_-', [required('ts1', SPAN), required('ts2', SPAN)], ([left, right]) =>
    spanOf(left.microseconds - right.microseconds),
  ),
  fn('#operator_*', [required('ts', SPAN), required('n', NUMBER)], ([span, times]) => multiplied(span, times)),
  fn('#operator_*', [required('n', NUMBER), required('ts', SPAN)], ([times, span]) => multiplied(span, times)),
  fn('#operator_/', [required('ts1', SPAN), required('ts2', SPAN)], ([left, right]) => {
    refuseZero(right.microseconds);
    return Number(left.microseconds) / Number(right.microseconds);
  }),
  fn('#operator_/', [required('ts', SPAN), required('n', NUMBER)], ([span, parts]) => {
    refuseZero(parts);
    return spanOf(toMicroseconds(Number(span.microseconds) / Number(parts)));
  }),
  fn('#unary_operator_-', [required('ts', SPAN)], ([span]) => spanOf(-span.microseconds)),
  fn('#unary_operator_+', [required('ts', SPAN)], ([span]) => span),
];

function instantOf({ local, offset }: Moment): bigint {
  return local - offset;
}

function multiplied({ microseconds }: Span, times: Numeric): Span {
  if (typeof times === 'bigint') return spanOf(microseconds * times);
  return spanOf(toMicroseconds(Number(microseconds) * times));
}

function refuseZero(divisor: Numeric): void {
  if (Number(divisor) === 0) throw valueFault('nothing can be divided by zero');
}

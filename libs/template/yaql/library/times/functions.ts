import type { YaqlFunction } from '../../runtime/yaql-function';
import { fieldsOf, MICROSECONDS } from '../../values/calendar';
import { isKind } from '../../values/kinds';
import { Span } from '../../values/value';
import { fn, method, optional, required } from '../define';
import { ANY, INTEGER, INTEGER_OR_NULL, MOMENT, NUMBER, SPAN, STRICT_INTEGER, TEXT, TEXT_OR_NULL } from '../types';
import { formatMoment } from './format-moment';
import { momentAt, momentOf, spanOf } from './make-moment';
import { readFormattedMoment } from './read-formatted-moment';
import { readMoment } from './read-moment';

const OFFSET = optional('offset', SPAN);

/** How many microseconds each unit of `timespan` has, in the order of its parameters. */
const UNITS: readonly bigint[] = [
  ...[MICROSECONDS.day, MICROSECONDS.hour, MICROSECONDS.minute],
  ...[MICROSECONDS.second, MICROSECONDS.millisecond, 1n],
];

/** Points in time and timespans, made and shown. The present is not among them: a template's values do not change. */
export const TIME_FUNCTIONS: readonly YaqlFunction[] = [
  fn(
    'datetime',
    [
      ...[required('year', INTEGER), required('month', INTEGER), required('day', INTEGER)],
      ...[optional('hour', INTEGER), optional('minute', INTEGER), optional('second', INTEGER)],
      ...[optional('microsecond', INTEGER), OFFSET],
    ] as const,
    ([year, month, day, hour = 0n, minute = 0n, second = 0n, microsecond = 0n, offset = new Span(0n)]) =>
      momentOf(
        {
          ...{ year: Number(year), month: Number(month), day: Number(day), hour: Number(hour) },
          ...{ minute: Number(minute), second: Number(second), microsecond: Number(microsecond) },
        },
        offset.microseconds,
      ),
  ),
  fn('datetime', [required('timestamp', NUMBER), OFFSET], ([timestamp, offset]) =>
    momentAt(timestamp, offset?.microseconds ?? 0n),
  ),
  fn('datetime', [required('string', TEXT), optional('format', TEXT_OR_NULL)], ([text, format = null]) =>
    format === null || format === '' ? readMoment(text) : readFormattedMoment(text, format),
  ),
  fn(
    'timespan',
    [
      ...[optional('days', INTEGER), optional('hours', INTEGER), optional('minutes', INTEGER)],
      ...[optional('seconds', STRICT_INTEGER), optional('milliseconds', STRICT_INTEGER)],
      optional('microseconds', STRICT_INTEGER),
    ] as const,
    (units) => spanOf(UNITS.reduce((sum, unit, index) => sum + unit * (units[index] ?? 0n), 0n)),
  ),
  fn('utctz', [], () => new Span(0n)),
  method(
    'replace',
    [
      required('dt', MOMENT),
      ...[optional('year', INTEGER_OR_NULL), optional('month', INTEGER_OR_NULL), optional('day', INTEGER_OR_NULL)],
      ...[optional('hour', INTEGER_OR_NULL), optional('minute', INTEGER_OR_NULL), optional('second', INTEGER_OR_NULL)],
      ...[optional('microsecond', INTEGER_OR_NULL), OFFSET],
    ] as const,
    ([moment, year, month, day, hour, minute, second, microsecond, offset]) => {
      const own = fieldsOf(moment.local);
      return momentOf(
        {
          ...{ year: Number(year ?? own.year), month: Number(month ?? own.month), day: Number(day ?? own.day) },
          ...{ hour: Number(hour ?? own.hour), minute: Number(minute ?? own.minute) },
          ...{ second: Number(second ?? own.second), microsecond: Number(microsecond ?? own.microsecond) },
        },
        offset?.microseconds ?? moment.offset,
      );
    },
  ),
  method('format', [required('dt', MOMENT), required('format', TEXT)], ([moment, format], { meter }) =>
    formatMoment(moment, format, meter),
  ),
  fn('isDatetime', [required('value', ANY)], ([value]) => isKind(value, 'moment')),
  fn('isTimespan', [required('value', ANY)], ([value]) => isKind(value, 'span')),
];

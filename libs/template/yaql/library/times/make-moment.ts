import { valueFault } from '../../fault';
import { daysInMonth, FIRST_YEAR, LAST_YEAR, MICROSECONDS, microsecondsOf } from '../../values/calendar';
import type { CalendarFields } from '../../values/calendar';
import { Moment, Span } from '../../values/value';

/** The longest timespan, in days, as in Python. */
const MOST_DAYS = 999_999_999n;
const FIRST = microsecondsOf({ year: FIRST_YEAR, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 });
const LAST = microsecondsOf({ year: LAST_YEAR + 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 });

const RANGES: readonly (readonly [keyof CalendarFields, number, number])[] = [
  ['year', FIRST_YEAR, LAST_YEAR],
  ['month', 1, 12],
  ['hour', 0, 23],
  ['minute', 0, 59],
  ['second', 0, 59],
  ['microsecond', 0, 999_999],
];

/** The point in time when a clock shows this; throws where no clock ever does. */
export function momentOf(fields: CalendarFields, offset: bigint): Moment {
  for (const [name, least, most] of RANGES) checkRange(name, fields[name], [least, most]);
  checkRange('day', fields.day, [1, daysInMonth(fields.year, fields.month)]);
  return new Moment(microsecondsOf(fields), checkedOffset(offset));
}

function checkRange(name: string, value: number, [least, most]: readonly [number, number]): void {
  if (value < least || value > most) throw valueFault(`the ${name} must be from ${least} to ${most}`);
}

function checkedOffset(offset: bigint): bigint {
  if (offset > -MICROSECONDS.day && offset < MICROSECONDS.day) return offset;
  throw valueFault('an offset must be less than a day');
}

/** Another point in time by the same clock. */
export function shifted({ local, offset }: Moment, by: bigint): Moment {
  const moved = local + by;
  if (moved < FIRST || moved >= LAST) throw valueFault(`the year must be from ${FIRST_YEAR} to ${LAST_YEAR}`);
  return new Moment(moved, offset);
}

/** So many seconds after 1970-01-01 in UTC, on a clock that is ahead of it. */
export function momentAt(seconds: number | bigint, offset: bigint): Moment {
  return shifted(new Moment(0n, checkedOffset(offset)), toMicroseconds(Number(seconds) * 1e6) + offset);
}

export function spanOf(microseconds: bigint): Span {
  const most = MOST_DAYS * MICROSECONDS.day;
  if (microseconds < -most || microseconds >= most + MICROSECONDS.day) throw valueFault('a timespan is too long');
  return new Span(microseconds);
}

/** A whole number of microseconds; halves go to the even neighbour, as in Python. */
export function toMicroseconds(value: number): bigint {
  if (!Number.isFinite(value)) throw valueFault('a time must be a finite number');
  const floor = Math.floor(value);
  const isHalf = value - floor === 0.5;
  return BigInt(isHalf ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value));
}

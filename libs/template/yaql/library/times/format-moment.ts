import { daysFromCivil, fieldsOf } from '../../values/calendar';
import type { CalendarFields } from '../../values/calendar';
import { offsetText } from '../../values/time-text';
import type { Moment } from '../../values/value';
import type { Meter } from '../../runtime/meter';
import { MONTHS, WEEKDAYS } from './names';

interface Shown extends CalendarFields {
  readonly weekday: number;
  readonly dayOfYear: number;
  readonly offset: bigint;
}

const two = (number: number): string => String(number).padStart(2, '0');
const nameOf = (names: readonly string[], index: number): string => names[index] ?? '';
const hourOfHalfDay = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);

const DIRECTIVES: Readonly<Record<string, (shown: Shown) => string>> = {
  a: ({ weekday }) => nameOf(WEEKDAYS, weekday).slice(0, 3),
  A: ({ weekday }) => nameOf(WEEKDAYS, weekday),
  b: ({ month }) => nameOf(MONTHS, month - 1).slice(0, 3),
  B: ({ month }) => nameOf(MONTHS, month - 1),
  d: ({ day }) => two(day),
  e: ({ day }) => String(day).padStart(2, ' '),
  f: ({ microsecond }) => String(microsecond).padStart(6, '0'),
  H: ({ hour }) => two(hour),
  I: ({ hour }) => two(hourOfHalfDay(hour)),
  j: ({ dayOfYear }) => String(dayOfYear).padStart(3, '0'),
  m: ({ month }) => two(month),
  M: ({ minute }) => two(minute),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  S: ({ second }) => two(second),
  u: ({ weekday }) => String(weekday + 1),
  U: ({ dayOfYear, weekday }) => two(Math.floor((dayOfYear + 6 - ((weekday + 1) % 7)) / 7)),
  w: ({ weekday }) => String((weekday + 1) % 7),
  W: ({ dayOfYear, weekday }) => two(Math.floor((dayOfYear + 6 - weekday) / 7)),
  y: ({ year }) => two(year % 100),
  Y: ({ year }) => String(year),
  z: ({ offset }) => offsetText(offset, ''),
  Z: ({ offset }) => (offset === 0n ? 'UTC' : ''),
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

/** Directives that stand for several. */
const LONG: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  h: '%b',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

/** A point in time as Python's `strftime` writes it in the C locale; what is no directive stays as it is. */
export function formatMoment(moment: Moment, format: string, meter: Meter): string {
  const fields = fieldsOf(moment.local);
  const days = daysFromCivil(fields.year, fields.month, fields.day);
  const dayOfYear = days - daysFromCivil(fields.year, 1, 1) + 1;
  const shown: Shown = { ...fields, dayOfYear, weekday: (((days + 3) % 7) + 7) % 7, offset: moment.offset };
  const whole = format.replace(/%(.)/gs, (directive, letter: string) => LONG[letter] ?? directive);
  meter.checkSize(whole.length);
  return whole.replace(/%(.)/gs, (directive, letter: string) => DIRECTIVES[letter]?.(shown) ?? directive);
}

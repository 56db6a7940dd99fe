import { floorDivide, floorModulo, fieldsOf, MICROSECONDS } from '../values/calendar';
import { Moment, Span } from '../values/value';
import type { YaqlValue } from '../values/value';

const IN_SPAN: Readonly<Record<string, bigint>> = {
  milliseconds: MICROSECONDS.millisecond,
  seconds: MICROSECONDS.second,
  minutes: MICROSECONDS.minute,
  hours: MICROSECONDS.hour,
  days: MICROSECONDS.day,
};

const OF_CLOCK = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;

const OF_MOMENT: Readonly<Record<string, (moment: Moment) => YaqlValue>> = {
  weekday: ({ local }) => floorModulo(floorDivide(local, MICROSECONDS.day) + 3n, 7n),
  offset: ({ offset }) => new Span(offset),
  // As `utc` below: Python's library takes the offset off twice.
  timestamp: ({ local, offset }) => Number(local - 2n * offset) / Number(MICROSECONDS.second),
  date: ({ local, offset }) => new Moment(startOfDay(local), offset),
  time: ({ local }) => new Span(local - startOfDay(local)),
  // Python's library moves the clock's hands and leaves its offset as it is.
  utc: ({ local, offset }) => new Moment(local - offset, offset),
};

export const TIME_PROPERTIES: readonly string[] = [
  ...Object.keys(IN_SPAN),
  'microseconds',
  ...OF_CLOCK,
  ...Object.keys(OF_MOMENT),
];

/** What a timespan is in some unit; `undefined` where there is no such unit. */
export function spanProperty({ microseconds }: Span, name: string): YaqlValue | undefined {
  if (name === 'microseconds') return microseconds;
  const unit = Object.hasOwn(IN_SPAN, name) ? IN_SPAN[name] : undefined;
  return unit === undefined ? undefined : Number(microseconds) / Number(unit);
}

/** A part of a point in time; `undefined` where it has none of that name. */
export function momentProperty(moment: Moment, name: string): YaqlValue | undefined {
  const field = OF_CLOCK.find((candidate) => candidate === name);
  if (field !== undefined) return BigInt(fieldsOf(moment.local)[field]);
  return Object.hasOwn(OF_MOMENT, name) ? OF_MOMENT[name]?.(moment) : undefined;
}

function startOfDay(local: bigint): bigint {
  return floorDivide(local, MICROSECONDS.day) * MICROSECONDS.day;
}

import { fieldsOf, floorDivide, MICROSECONDS } from './calendar';
import type { Moment, Span } from './value';

const padded = (number: number | bigint, length = 2): string => String(number).padStart(length, '0');

/** `2015-01-31 12:00:00.000001+01:00`, as Python prints a point in time. */
export function momentText(moment: Moment): string {
  const { year, month, day, hour, minute, second, microsecond } = fieldsOf(moment.local);
  const fraction = microsecond === 0 ? '' : `.${padded(microsecond, 6)}`;
  const date = `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
  return `${date} ${padded(hour)}:${padded(minute)}:${padded(second)}${fraction}${offsetText(moment.offset, ':')}`;
}

/** `+01:00`, with seconds where there are any. */
export function offsetText(offset: bigint, colon: string): string {
  const size = offset < 0n ? -offset : offset;
  const seconds = size / MICROSECONDS.second;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, ...(seconds % 60n === 0n ? [] : [seconds % 60n])];
  return `${offset < 0n ? '-' : '+'}${parts.map((part) => padded(part)).join(colon)}`;
}

/** `1 day, 0:00:01`, as Python prints a stretch of time: only the days can be negative. */
export function spanText({ microseconds }: Span): string {
  const { days, rest } = daysOf(microseconds);
  const { hour, minute, second, microsecond } = fieldsOf(rest);
  const fraction = microsecond === 0 ? '' : `.${padded(microsecond, 6)}`;
  const clock = `${hour}:${padded(minute)}:${padded(second)}${fraction}`;
  return days === 0n ? clock : `${days} day${days === 1n || days === -1n ? '' : 's'}, ${clock}`;
}

function daysOf(microseconds: bigint): { days: bigint; rest: bigint } {
  const days = floorDivide(microseconds, MICROSECONDS.day);
  return { days, rest: microseconds - days * MICROSECONDS.day };
}

export function momentRepr(moment: Moment): string {
  const { year, month, day, hour, minute, second, microsecond } = fieldsOf(moment.local);
  const rest = microsecond > 0 ? [second, microsecond] : second > 0 ? [second] : [];
  const zone = moment.offset === 0n ? 'tzutc()' : `tzoffset(None, ${moment.offset / MICROSECONDS.second})`;
  return `datetime.datetime(${[year, month, day, hour, minute, ...rest].join(', ')}, tzinfo=${zone})`;
}

export function spanRepr({ microseconds }: Span): string {
  const { days, rest } = daysOf(microseconds);
  const seconds = rest / MICROSECONDS.second;
  const fields = { days, seconds, microseconds: rest % MICROSECONDS.second };
  const named = Object.entries(fields).filter(([, count]) => count !== 0n);
  const text = named.map(([name, count]) => `${name}=${count}`).join(', ');
  return `datetime.timedelta(${text === '' ? '0' : text})`;
}

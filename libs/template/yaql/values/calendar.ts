/** Microseconds in the units of a timespan. */
export const MICROSECONDS = {
  millisecond: 1000n,
  second: 1_000_000n,
  minute: 60_000_000n,
  hour: 3_600_000_000n,
  day: 86_400_000_000n,
} as const;

/** The years that a date can have, as in Python. */
export const FIRST_YEAR = 1;
export const LAST_YEAR = 9999;

export interface CalendarFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

/** Division that rounds down, as Python's `//`. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? quotient - 1n : quotient;
}

/** What is left by `floorDivide`: it has the divisor's sign, as Python's `%`. */
export function floorModulo(dividend: bigint, divisor: bigint): bigint {
  return dividend - floorDivide(dividend, divisor) * divisor;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar (Howard Hinnant, “chrono-compatible low-level date algorithms”). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `daysFromCivil`. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

/** What a clock shows so many microseconds after 1970-01-01 00:00 on it. */
export function fieldsOf(local: bigint): CalendarFields {
  const days = floorDivide(local, MICROSECONDS.day);
  const rest = local - days * MICROSECONDS.day;
  return {
    ...civilFromDays(Number(days)),
    hour: Number(rest / MICROSECONDS.hour),
    minute: Number((rest / MICROSECONDS.minute) % 60n),
    second: Number((rest / MICROSECONDS.second) % 60n),
    microsecond: Number(rest % MICROSECONDS.second),
  };
}

/** The inverse of `fieldsOf`. */
export function microsecondsOf(fields: CalendarFields): bigint {
  const days = BigInt(daysFromCivil(fields.year, fields.month, fields.day));
  const seconds = BigInt(fields.hour * 3600 + fields.minute * 60 + fields.second);
  return days * MICROSECONDS.day + seconds * MICROSECONDS.second + BigInt(fields.microsecond);
}

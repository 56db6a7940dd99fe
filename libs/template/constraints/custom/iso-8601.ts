const DATE = String.raw`(?<year>\d{4})(?:-?(?<month>\d{2})(?:-?(?<day>\d{2}))?)?`;
const TIME = String.raw`(?<hour>\d{2})(?::?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?)?`;
const ZONE = String.raw`(?:Z|[-+]\d{2}(?::?\d{2})?)?`;
const FORM = new RegExp(`^${DATE}(?:[T ]${TIME}${ZONE})?$`);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date, or date and time, as ISO 8601 writes them; the day must be in the calendar. */
export function isIso8601(text: string): boolean {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) return false;
  const part = (name: string, absent: number): number => Number(groups[name] ?? absent);
  const [year, month, day] = [part('year', 1), part('month', 1), part('day', 1)];
  const inCalendar = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return inCalendar && part('hour', 0) < 24 && part('minute', 0) < 60 && part('second', 0) < 60;
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

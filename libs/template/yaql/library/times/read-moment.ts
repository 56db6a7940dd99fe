import { valueFault } from '../../fault';
import { MICROSECONDS } from '../../values/calendar';
import type { Moment } from '../../values/value';
import { momentOf } from './make-moment';
import { indexOfName, MONTHS } from './names';

const TIME =
  '(?:[Tt ]+(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?' +
  '(?: ?(?<half>[AaPp][Mm]))?(?: ?(?<zone>[Zz]|UTC|GMT|[-+]\\d{2}(?::?\\d{2})?))?)?';
const MONTH = '(?<name>[A-Za-z]{3,9})';
const WEEKDAY = '(?:[A-Za-z]{3,9},? )?';

/** Forms of a date, each with a time behind it or not. */
const FORMS: readonly RegExp[] = [
  '(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})',
  '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
  '(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})',
  '(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})',
  `${WEEKDAY}(?<day>\\d{1,2})[ -]${MONTH}[ -](?<year>\\d{4})`,
  `${WEEKDAY}${MONTH} (?<day>\\d{1,2}),? (?<year>\\d{4})`,
].map((date) => new RegExp(`^${date}${TIME}$`));

type Groups = Readonly<Record<string, string | undefined>>;

/** Reads a date as people and programs write them. It must be whole: what is missing would be taken from today. */
export function readMoment(text: string): Moment {
  const trimmed = text.trim();
  for (const form of FORMS) {
    const groups: Groups | undefined = form.exec(trimmed)?.groups;
    if (groups !== undefined) return momentOfGroups(groups);
  }
  throw valueFault(
    'a text is not that of a date such as 2015-12-31 or 2015-12-31T23:59:59+01:00; a format can be given',
  );
}

function momentOfGroups(groups: Groups): Moment {
  const month = groups['name'] === undefined ? Number(groups['month']) : indexOfName(MONTHS, groups['name']) + 1;
  return momentOf(
    {
      year: Number(groups['year']),
      month,
      day: Number(groups['day']),
      hour: fullHour(Number(groups['hour'] ?? 0), groups['half']),
      minute: Number(groups['minute'] ?? 0),
      second: Number(groups['second'] ?? 0),
      microsecond: Number((groups['fraction'] ?? '').slice(0, 6).padEnd(6, '0')),
    },
    offsetOf(groups['zone']),
  );
}

/** The hour of the day from that of half a day, where it is one. */
export function fullHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) throw valueFault('the hour must be at most 12 before AM or PM');
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** `+01:00` in microseconds; nothing is UTC. */
export function offsetOf(zone = ''): bigint {
  const [, sign, hours = '', minutes = ''] = /([-+])(\d{2}):?(\d{2})?/.exec(zone) ?? [];
  const size = BigInt(hours) * MICROSECONDS.hour + BigInt(minutes) * MICROSECONDS.minute;
  return sign === '-' ? -size : size;
}

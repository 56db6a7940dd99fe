import { valueFault } from '../../fault';
import { civilFromDays, daysFromCivil } from '../../values/calendar';
import type { Moment } from '../../values/value';
import { momentOf } from './make-moment';
import { indexOfName, MONTHS, WEEKDAYS } from './names';
import { fullHour, offsetOf } from './read-moment';

/** What each directive of Python's `strptime` takes, where that is told from the text alone. */
const PATTERNS: Readonly<Record<string, string>> = {
  a: WEEKDAYS.map((name) => name.slice(0, 3)).join('|'),
  A: WEEKDAYS.join('|'),
  b: MONTHS.map((name) => name.slice(0, 3)).join('|'),
  B: MONTHS.join('|'),
  d: '3[01]|[12]\\d|0[1-9]|[1-9]| [1-9]',
  f: '\\d{1,6}',
  H: '2[0-3]|[01]\\d|\\d',
  I: '1[0-2]|0[1-9]|[1-9]',
  j: '36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
  m: '1[0-2]|0[1-9]|[1-9]',
  M: '[0-5]\\d|\\d',
  p: 'am|pm',
  S: '6[01]|[0-5]\\d|\\d',
  y: '\\d\\d',
  Y: '\\d{4}',
  z: '[-+]\\d\\d:?[0-5]\\d|Z',
  Z: 'UTC|GMT|',
};

/** Reads a date as Python's `strptime` does; what the format leaves out is as on 1900-01-01. */
export function readFormattedMoment(text: string, format: string): Moment {
  const { letters, pattern } = compile(format);
  const values = new Map(letters.map((letter, index) => [letter, pattern.exec(text)?.[index + 1] ?? '']));
  if (!pattern.test(text)) throw valueFault('a text is not a date of the format');
  const read = (letter: string): string | undefined => values.get(letter);
  return momentOf(
    {
      ...readDate(read),
      hour: fullHour(Number(read('H') ?? read('I') ?? 0), read('I') === undefined ? undefined : (read('p') ?? 'am')),
      minute: Number(read('M') ?? 0),
      second: Number(read('S') ?? 0),
      microsecond: Number((read('f') ?? '0').padEnd(6, '0')),
    },
    offsetOf(read('z')),
  );
}

function compile(format: string): { letters: string[]; pattern: RegExp } {
  const letters: string[] = [];
  const source = format.replace(/%(.?)|\s+|[^%\s]/gsu, (piece: string, letter?: string) => {
    if (letter === undefined) return piece.trim() === '' ? '\\s+' : piece.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    if (letter === '%') return '%';
    const own = PATTERNS[letter];
    if (own === undefined || letters.includes(letter))
      throw valueFault(`\`%${letter}\` cannot stand in the format`, 'the format of a date cannot be read');
    letters.push(letter);
    return `(${own})`;
  });
  return { letters, pattern: new RegExp(`^${source}$`, 'i') };
}

function readYear(year: string | undefined, short: string | undefined): number {
  if (year !== undefined) return Number(year);
  if (short === undefined) return 1900;
  return Number(short) + (Number(short) <= 68 ? 2000 : 1900);
}

function readDate(read: (letter: string) => string | undefined): { year: number; month: number; day: number } {
  const year = readYear(read('Y'), read('y'));
  const dayOfYear = read('j');
  if (dayOfYear !== undefined && read('d') === undefined) {
    return civilFromDays(daysFromCivil(year, 1, 1) + Number(dayOfYear) - 1);
  }
  const name = read('b') ?? read('B');
  const month = name === undefined ? Number(read('m') ?? 1) : indexOfName(MONTHS, name) + 1;
  return { year, month, day: Number(read('d') ?? 1) };
}

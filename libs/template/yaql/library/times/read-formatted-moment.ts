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
  Z: 'UTC|GMT',
};

/** What stands for each directive in a text, in the order of the format. */
type Values = ReadonlyMap<string, string | undefined>;

/** Reads a date as Python's `strptime` does; what the format leaves out is as on 1900-01-01. */
export function readFormattedMoment(text: string, format: string): Moment {
  const { letters, pattern } = compile(format);
  const match = pattern.exec(text);
  if (match === null) throw valueFault('a text is not a date of the format');
  const values: Values = new Map(letters.map((letter, index) => [letter, match[index + 1]]));
  return momentOf(
    {
      ...readDate(values),
      hour: readHour(values),
      minute: Number(values.get('M') ?? 0),
      second: Number(values.get('S') ?? 0),
      microsecond: Number((values.get('f') ?? '').padEnd(6, '0')),
    },
    offsetOf(values.get('z')),
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

/** Of directives that tell the same, the last counts. */
function lastOf(values: Values, letters: string): readonly [letter: string, text: string] | undefined {
  const letter = [...values.keys()].findLast((candidate) => letters.includes(candidate));
  return letter === undefined ? undefined : [letter, values.get(letter) ?? ''];
}

/** `%p` counts with `%I` alone. */
function readHour(values: Values): number {
  const [letter, hour] = lastOf(values, 'HI') ?? ['H', 0];
  return letter === 'I' ? fullHour(Number(hour), values.get('p') ?? 'am') : Number(hour);
}

function readYear(values: Values): number {
  const [letter, year] = lastOf(values, 'Yy') ?? ['Y', 1900];
  if (letter === 'Y') return Number(year);
  return Number(year) + (Number(year) <= 68 ? 2000 : 1900);
}

function readMonth(values: Values): number {
  const [letter, month] = lastOf(values, 'mbB') ?? ['m', '1'];
  return letter === 'm' ? Number(month) : indexOfName(MONTHS, month) + 1;
}

/** The day of the year counts for more than month and day. */
function readDate(values: Values): { year: number; month: number; day: number } {
  const year = readYear(values);
  const dayOfYear = values.get('j');
  if (dayOfYear !== undefined) return civilFromDays(daysFromCivil(year, 1, 1) + Number(dayOfYear) - 1);
  return { year, month: readMonth(values), day: Number(values.get('d') ?? 1) };
}

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('dates read by a format', () => {
  it.each<[string, ExactJson]>([
    [
      '[January, February, March, April, May, June].select(datetime("1 " + $ + " 2015", "%d %B %Y").month)',
      [1, 2, 3, 4, 5, 6],
    ],
    [
      '[July, August, September, October, November, December].select(datetime("1 " + $ + " 2015", "%d %B %Y").month)',
      [7, 8, 9, 10, 11, 12],
    ],
    [
      '[Jan, feb, MAR, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec].select(datetime("1 " + $, "%d %b").month)',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
    [
      '[Monday, TUESDAY, Wednesday, Thursday, friday, Saturday, Sunday].select(datetime($ + " 3", "%A %d").day)',
      [3, 3, 3, 3, 3, 3, 3],
    ],
    ['[Mon, TUE, Wed, Thu, fri, Sat, Sun].select(datetime($ + " 3", "%a %d").day)', [3, 3, 3, 3, 3, 3, 3]],
    ['datetime("05 Feb", "%m %b").month', 2],
    ['datetime("Feb 05", "%b %m").month', 5],
    ['datetime("2015 99", "%Y %y").year', 1999],
    ['datetime("99 2015", "%y %Y").year', 2015],
    ['datetime("68", "%y").year', 2068],
    ['datetime("69", "%y").year', 1969],
    ['datetime("13", "%d").year', 1900],
    ['datetime("13", "%d").month', 1],
    ['datetime("7", "%m").day', 1],
    ['datetime("2015 200", "%Y %j").month', 7],
    ['datetime("2015 200 5", "%Y %j %d").month', 7],
    ['datetime("2015 200 5", "%Y %j %d").day', 19],
    ['datetime("3 PM", "%I %p").hour', 15],
    ['datetime("3", "%I").hour', 3],
    ['datetime("12", "%I").hour', 0],
    ['datetime("12 am", "%I %p").hour', 0],
    ['datetime("12 PM", "%I %p").hour', 12],
    ['datetime("15 PM", "%H %p").hour', 15],
    ['datetime("15 03", "%H %I").hour', 3],
    ['datetime("03 15", "%I %H").hour', 15],
    ['datetime("5.12", "%S.%f").microsecond', 120000],
    ['datetime("5", "%S").microsecond', 0],
    ['datetime("2015 +0130", "%Y %z").offset.minutes', floatNumber(90.0)],
    ['datetime("2015 Z", "%Y %z").offset.minutes', floatNumber(0.0)],
    ['datetime("2015 -01:30", "%Y %z").offset.minutes', floatNumber(-90.0)],
    ['datetime("2015 UTC", "%Y %Z").year', 2015],
    ['datetime("2015%5", "%Y%%%d").day', 5],
    ['datetime("a  b2015", "a b%Y").year', 2015],
    ['datetime("a.b 2015", "a.b %Y").year', 2015],
    ['datetime("a+b 2015", "a+b %Y").year', 2015],
    ['datetime("^$(2015)", "^$(%Y)").year', 2015],
    ['datetime("ab[x]|/-2015", "ab[x]|/-%Y").year', 2015],
    ['datetime("{2015}*?", "{%Y}*?").year', 2015],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['datetime("Monday 2015", "%a %Y")', 'a text is not a date of the format'],
    ['datetime("Mo 2015", "%a %Y")', 'a text is not a date of the format'],
    ['datetime("axb 2015", "a.b %Y")', 'a text is not a date of the format'],
    ['datetime("2015", "%Y%Q")', '`%Q` cannot stand in the format'],
    ['datetime("2015 2015", "%Y %Y")', '`%Y` cannot stand in the format'],
    ['datetime("Jan Feb", "%b %B")', 'a text is not a date of the format'],
    ['datetime("2015 ", "%Y %Z")', 'a text is not a date of the format'],
    ['datetime("2015 CET", "%Y %Z")', 'a text is not a date of the format'],
    ['datetime("x2015", "%Y")', 'a text is not a date of the format'],
    ['datetime("2015x", "%Y")', 'a text is not a date of the format'],
    ['datetime("a b 2015", "axb %Y")', 'a text is not a date of the format'],
    ['datetime("ab 2015", "a b %Y")', 'a text is not a date of the format'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('reading dates', () => {
  it.each<[string, Json]>([
    ['str(datetime("2015-01-02"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015-01-02T03:04:05"))', '2015-01-02 03:04:05+00:00'],
    ['str(datetime("2015-01-02T03:04:05Z"))', '2015-01-02 03:04:05+00:00'],
    ['str(datetime("2015-01-02T03:04:05.123456+02:00"))', '2015-01-02 03:04:05.123456+02:00'],
    ['str(datetime("2015-01-02 03:04"))', '2015-01-02 03:04:00+00:00'],
    ['str(datetime("20150102"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("20150102T030405"))', '2015-01-02 03:04:05+00:00'],
    ['str(datetime("2015/01/02"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("01/02/2015"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("Jan 2, 2015"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2 January 2015 10:30 PM"))', '2015-01-02 22:30:00+00:00'],
    ['str(datetime("Fri, 02 Jan 2015 03:04:05 +0000"))', '2015-01-02 03:04:05+00:00'],
    ['str(datetime("Fri, 02 Jan 2015 03:04:05 GMT"))', '2015-01-02 03:04:05+00:00'],
    ['str(datetime("2015-01-02 03:04", "%Y-%m-%d %H:%M"))', '2015-01-02 03:04:00+00:00'],
    ['str(datetime("02/01/15", "%d/%m/%y"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2 Jan 2015", "%d %b %Y"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015 045", "%Y %j"))', '2015-02-14 00:00:00+00:00'],
    ['str(datetime("03:04 PM", "%I:%M %p"))', '1900-01-01 15:04:00+00:00'],
    ['str(datetime("2015-01-02T03:04:05+0200", "%Y-%m-%dT%H:%M:%S%z"))', '2015-01-02 03:04:05+02:00'],
    ['str(datetime("12.5", "%S.%f"))', '1900-01-01 00:00:12.500000+00:00'],
    ['str(datetime("a", "a"))', '1900-01-01 00:00:00+00:00'],
    ['str(datetime("2015-1-2"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015-01-02t03:04"))', '2015-01-02 03:04:00+00:00'],
    ['str(datetime("2015-01-02 03:04:05,5"))', '2015-01-02 03:04:05.500000+00:00'],
    ['str(datetime("2015-01-02 03:04:05.1234567"))', '2015-01-02 03:04:05.123456+00:00'],
    ['str(datetime("2015-01-02T03:04:05-0130"))', '2015-01-02 03:04:05-01:30'],
    ['str(datetime("2015-01-02T03:04:05+02"))', '2015-01-02 03:04:05+02:00'],
    ['str(datetime("2015-01-02 12:30 AM"))', '2015-01-02 00:30:00+00:00'],
    ['str(datetime("2015-01-02 12:30 PM"))', '2015-01-02 12:30:00+00:00'],
    ['str(datetime("2015-01-02 1:30 AM"))', '2015-01-02 01:30:00+00:00'],
    ['str(datetime("2015-01-02 11:30 pm"))', '2015-01-02 23:30:00+00:00'],
    ['str(datetime("2015-01-02 0:30 AM"))', '2015-01-02 00:30:00+00:00'],
    ['str(datetime("5 Dec 2015"))', '2015-12-05 00:00:00+00:00'],
    ['str(datetime("December 5 2015"))', '2015-12-05 00:00:00+00:00'],
    ['str(datetime("5-Dec-2015"))', '2015-12-05 00:00:00+00:00'],
    ['str(datetime(" 2015-01-02 "))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015-01-02", null))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015-01-02", ""))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("69", "%y"))', '1969-01-01 00:00:00+00:00'],
    ['str(datetime("68", "%y"))', '2068-01-01 00:00:00+00:00'],
    ['str(datetime("Friday 2 January 2015", "%A %d %B %Y"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("12 AM", "%I %p"))', '1900-01-01 00:00:00+00:00'],
    ['str(datetime("5", "%I"))', '1900-01-01 05:00:00+00:00'],
    ['str(datetime("2015 366", "%Y %j"))', '2016-01-01 00:00:00+00:00'],
    ['str(datetime("2016 366", "%Y %j"))', '2016-12-31 00:00:00+00:00'],
    ['str(datetime("2015-01-02Z", "%Y-%m-%d%z"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("2015-01-02 GMT", "%Y-%m-%d %Z"))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime("100% 5.6", "100%% %d.%m"))', '1900-06-05 00:00:00+00:00'],
    ['str(datetime("2015  01", "%Y %m"))', '2015-01-01 00:00:00+00:00'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'str(datetime("not a date"))',
      'a text is not that of a date such as 2015-12-31 or 2015-12-31T23:59:59+01:00; a format can be given',
    ],
    [
      'str(datetime(""))',
      'a text is not that of a date such as 2015-12-31 or 2015-12-31T23:59:59+01:00; a format can be given',
    ],
    ['str(datetime("2015-13-45"))', 'the month must be from 1 to 12'],
    ['str(datetime("2015-01-02", "%d"))', 'a text is not a date of the format'],
    ['str(datetime("2015-01-02 13:30 PM"))', 'the hour must be at most 12 before AM or PM'],
    ['str(datetime("2015-02-29"))', 'the day must be from 1 to 28'],
    ['str(datetime("Foo 5, 2015"))', 'the month must be from 1 to 12'],
    ['str(datetime("31 2", "%d %m"))', 'the day must be from 1 to 28'],
    ['str(datetime("x", "%Q"))', '`%Q` cannot stand in the format'],
    ['str(datetime("1 1", "%d %d"))', '`%d` cannot stand in the format'],
    ['str(datetime("1", "%"))', '`%` cannot stand in the format'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('times at the ends of what there is', () => {
  it.each<[string, ExactJson]>([
    ['isDatetime(datetime(2015, 1, 1))', true],
    ['isDatetime(timespan(days => 1))', false],
    ['isDatetime("2015-01-01")', false],
    ['isTimespan(timespan(days => 1))', true],
    ['isTimespan(datetime(2015, 1, 1))', false],
    ['isTimespan(1)', false],
    ['str(datetime(1, 1, 1, 0, 0, 0, 1) - timespan(microseconds => 1))', '0001-01-01 00:00:00+00:00'],
    [
      'str(datetime(9999, 12, 31, 23, 59, 59, 999998) + timespan(microseconds => 1))',
      '9999-12-31 23:59:59.999999+00:00',
    ],
    ['str(datetime(2015, 1, 1, offset => timespan(hours => -23, minutes => -59)).offset)', '-1 day, 0:01:00'],
    ['str(datetime(2015, 1, 1, offset => timespan(hours => 23, minutes => 59)).offset)', '23:59:00'],
    ['[3, 5, 7].select((timespan(microseconds => $) * 0.5).microseconds)', [2, 2, 4]],
    ['[1, 5, 7].select((timespan(microseconds => $) * 0.25).microseconds)', [0, 1, 2]],
    ['[-3, -5, -7].select((timespan(microseconds => $) * 0.25).microseconds)', [-1, -1, -2]],
    ['timespan(days => 999999999).days', 999999998.9999999],
    ['timespan(days => -999999999).days', -999999998.9999999],
    ['datetime("2015-01-01T00:00:00.5").microsecond', 500000],
    ['datetime("2015-01-01T00:00:00").microsecond', 0],
    ['datetime("2015-01-01T01:00:00+01").offset.hours', floatNumber(1.0)],
    ['datetime("2015-01-01T01:00:00Z").offset.hours', floatNumber(0.0)],
    ['datetime("2015-01-01T01:00:00-02:30").offset.minutes', floatNumber(-150.0)],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['datetime(1, 1, 1) - timespan(microseconds => 1)', 'the year must be from 1 to 9999'],
    ['datetime(9999, 12, 31, 23, 59, 59, 999999) + timespan(microseconds => 1)', 'the year must be from 1 to 9999'],
    ['datetime(2015, 1, 1, offset => timespan(days => -1)).offset', 'an offset must be less than a day'],
    ['datetime(2015, 1, 1, offset => timespan(days => 1)).offset', 'an offset must be less than a day'],
    ['datetime(2015, 1, 1, offset => timespan(days => -2)).offset', 'an offset must be less than a day'],
    ['timespan(days => 999999999, hours => 24)', 'a timespan is too long'],
    ['timespan(days => -999999999, microseconds => -1)', 'a timespan is too long'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

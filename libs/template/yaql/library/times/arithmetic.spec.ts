import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('calculating with time', () => {
  it.each<[string, ExactJson]>([
    ['str(datetime(2015,1,2,3,4,5,6,timespan(hours=>5,minutes=>30)))', '2015-01-02 03:04:05.000006+05:30'],
    ['str(datetime(2015,1,1,offset=>timespan(hours=>-5)))', '2015-01-01 00:00:00-05:00'],
    ['str(datetime(1420070400, timespan(hours=>2)))', '2015-01-01 02:00:00+02:00'],
    ['str(timespan(1,2,3,4,5,6))', '1 day, 2:03:04.005006'],
    ['str(timespan(days=>2))', '2 days, 0:00:00'],
    ['str(timespan(days=>-2, hours=>-1))', '-3 days, 23:00:00'],
    ['str(timespan(microseconds=>1))', '0:00:00.000001'],
    ['str(timespan(hours=>30))', '1 day, 6:00:00'],
    ['str(-timespan(hours=>1))', '-1 day, 23:00:00'],
    ['str(+timespan(hours=>1))', '1:00:00'],
    ['str(timespan(hours=>1) + timespan(minutes=>5))', '1:05:00'],
    ['str(timespan(hours=>1) - timespan(minutes=>5))', '0:55:00'],
    ['str(timespan(hours=>1) * 2)', '2:00:00'],
    ['str(2 * timespan(hours=>1))', '2:00:00'],
    ['str(timespan(hours=>1) * 0.5)', '0:30:00'],
    ['str(timespan(hours=>1) / 2)', '0:30:00'],
    ['str(timespan(microseconds=>5) / 2)', '0:00:00.000002'],
    ['str(timespan(microseconds=>7) / 2)', '0:00:00.000004'],
    ['timespan(hours=>1) / timespan(minutes=>5)', floatNumber(12)],
    ['timespan(hours=>1) = timespan(minutes=>60)', true],
    ['timespan(hours=>1) > timespan(minutes=>5)', true],
    ['timespan(hours=>1) < timespan(minutes=>5)', false],
    ['timespan(hours=>1) >= timespan(hours=>1)', true],
    ['timespan(hours=>1) <= timespan(hours=>1)', true],
    ['str(datetime(2015,1,1) + timespan(days=>1))', '2015-01-02 00:00:00+00:00'],
    ['str(timespan(days=>1) + datetime(2015,1,1))', '2015-01-02 00:00:00+00:00'],
    ['str(datetime(2015,1,1) - timespan(days=>1))', '2014-12-31 00:00:00+00:00'],
    ['str(datetime(2015,1,2,offset=>timespan(hours=>1)) - datetime(2015,1,1))', '23:00:00'],
    ['[timespan(1), timespan(hours=>24)].distinct().len()', 1],
    ['str(utctz())', '0:00:00'],
    ['str([timespan(1), timespan(2)].sum())', '3 days, 0:00:00'],
    ['str([timespan(1), timespan(2)].max())', '2 days, 0:00:00'],
    ['not timespan()', true],
    ['str(timespan(days=>999999999))', '999999999 days, 0:00:00'],
    ['str(timespan(days=>-999999999))', '-999999999 days, 0:00:00'],
    ['str(datetime(2015,1,1,0,0,0,0,utctz()))', '2015-01-01 00:00:00+00:00'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['str(datetime(9999,12,31) + timespan(days=>1))', 'the year must be from 1 to 9999'],
    ['str(datetime(2015,1,1,offset=>timespan(hours=>24)))', 'an offset must be less than a day'],
    [
      'timespan(days=>1.5)',
      '`timespan` cannot be called with a float; it is `timespan([days], [hours], [minutes], [seconds], [milliseconds], [microseconds])`',
    ],
    [
      'timespan(seconds=>true)',
      '`timespan` cannot be called with a boolean; it is `timespan([days], [hours], [minutes], [seconds], [milliseconds], [microseconds])`',
    ],
    ['timespan(hours=>1) / 0', 'nothing can be divided by zero'],
    ['timespan(hours=>1) / timespan()', 'nothing can be divided by zero'],
    ['timespan(hours=>1) / 0.0', 'nothing can be divided by zero'],
    ['timespan(hours=>1) > 1', '`>` cannot be used on a timespan, an integer'],
    ['[timespan(1), timespan(2)].sum()', 'the result has a timespan in it, which a template has no form for'],
    ['timespan() and 1', 'the result has a timespan in it, which a template has no form for'],
    ['timespan(1)', 'the result has a timespan in it, which a template has no form for'],
    ['str(timespan(days=>1000000000))', 'a timespan is too long'],
    ['str(timespan(days=>-1000000000))', 'a timespan is too long'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('dates written by a format', () => {
  it.each<[string, Json]>([
    [
      'range(1, 13).select(datetime(2015, $, 1).format("%B")).join(" ")',
      'January February March April May June July August September October November December',
    ],
    [
      'range(1, 13).select(datetime(2015, $, 1).format("%b")).join(" ")',
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    ],
    [
      'range(1, 8).select(datetime(2015, 6, $).format("%A")).join(" ")',
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    ],
    ['range(1, 8).select(datetime(2015, 6, $).format("%a")).join(" ")', 'Mon Tue Wed Thu Fri Sat Sun'],
    [
      'range(1, 9).select(datetime(2017, 1, $).format("%U%W%w%u")).join(" ")',
      '010007 010111 010122 010133 010144 010155 010166 020107',
    ],
    [
      'range(1, 9).select(datetime(2018, 1, $).format("%U%W%w%u")).join(" ")',
      '000111 000122 000133 000144 000155 000166 010107 010211',
    ],
    [
      'range(1, 9).select(datetime(2012, 1, $).format("%U%W%w%u")).join(" ")',
      '010007 010111 010122 010133 010144 010155 010166 020107',
    ],
    [
      'range(2009, 2021).select(datetime($, 1, 1).format("%U%W%w%u")).join(" ")',
      '000044 000055 000066 010007 000022 000033 000044 000055 010007 000111 000022 000033',
    ],
    [
      'range(2009, 2021).select(datetime($, 12, 31).format("%U%W%j")).join(" ")',
      '5252365 5252365 5252365 5353366 5252365 5252365 5252365 5252366 5352365 5253365 5252365 5252366',
    ],
    [
      '[0, 1, 11, 12, 13, 23].select(datetime(2015, 1, 1, $).format("%I%p")).join(" ")',
      '12AM 01AM 11AM 12PM 01PM 11PM',
    ],
    ['datetime(2015, 1, 2, 3, 4, 5, 6).replace(hour => 7).format("%H:%M:%S.%f")', '07:04:05.000006'],
    ['datetime(2015, 1, 2, 3, 4, 5, 6).replace(minute => 7).format("%H:%M:%S.%f")', '03:07:05.000006'],
    ['datetime(2015, 1, 2, 3, 4, 5, 6).replace(second => 7).format("%H:%M:%S.%f")', '03:04:07.000006'],
    ['datetime(2015, 1, 2, 3, 4, 5, 6).replace(microsecond => 7).format("%H:%M:%S.%f")', '03:04:05.000007'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });
});

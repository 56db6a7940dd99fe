import type { Json } from '#contracts';
import { tryYaql } from '../fixtures/try-yaql';

describe('values as texts', () => {
  it.each<[string, Json]>([
    ['str([datetime(2015, 1, 1)])', '(datetime.datetime(2015, 1, 1, 0, 0, tzinfo=tzutc()),)'],
    ['str([datetime(2015, 1, 1, 1, 2, 3)])', '(datetime.datetime(2015, 1, 1, 1, 2, 3, tzinfo=tzutc()),)'],
    ['str([datetime(2015, 1, 1, 0, 0, 1)])', '(datetime.datetime(2015, 1, 1, 0, 0, 1, tzinfo=tzutc()),)'],
    ['str([datetime(2015, 1, 1, 0, 0, 0, 1)])', '(datetime.datetime(2015, 1, 1, 0, 0, 0, 1, tzinfo=tzutc()),)'],
    ['str([datetime(2015, 1, 1, 0, 0, 1, 1)])', '(datetime.datetime(2015, 1, 1, 0, 0, 1, 1, tzinfo=tzutc()),)'],
    ['str([datetime(2015, 1, 1, 0, 1)])', '(datetime.datetime(2015, 1, 1, 0, 1, tzinfo=tzutc()),)'],
    [
      'str([datetime(2015, 1, 1, offset => timespan(hours => 1))])',
      '(datetime.datetime(2015, 1, 1, 0, 0, tzinfo=tzoffset(None, 3600)),)',
    ],
    [
      'str([datetime(2015, 1, 1, offset => timespan(hours => -1))])',
      '(datetime.datetime(2015, 1, 1, 0, 0, tzinfo=tzoffset(None, -3600)),)',
    ],
    ['str([timespan(days => 1)])', '(datetime.timedelta(days=1),)'],
    ['str([timespan(hours => 1)])', '(datetime.timedelta(seconds=3600),)'],
    ['str([timespan()])', '(datetime.timedelta(0),)'],
    ['str([timespan(microseconds => 1)])', '(datetime.timedelta(microseconds=1),)'],
    [
      'str([timespan(days => 1, hours => 2, microseconds => 3)])',
      '(datetime.timedelta(days=1, seconds=7200, microseconds=3),)',
    ],
    ['str([timespan(days => -1)])', '(datetime.timedelta(days=-1),)'],
    ['str([timespan(hours => -1)])', '(datetime.timedelta(days=-1, seconds=82800),)'],
    ['str(timespan())', '0:00:00'],
    ['str(timespan(days => 1))', '1 day, 0:00:00'],
    ['str(timespan(days => 2, hours => 1))', '2 days, 1:00:00'],
    ['str(timespan(hours => -1))', '-1 day, 23:00:00'],
    ['str(timespan(microseconds => 1))', '0:00:00.000001'],
    ['str(datetime(2015, 1, 1, offset => timespan(hours => 1, seconds => 30)))', '2015-01-01 00:00:00+01:00:30'],
    ['str(datetime(2015, 1, 1, offset => timespan(hours => -1, seconds => -30)))', '2015-01-01 00:00:00-01:00:30'],
    ['str(datetime(2015, 1, 1, offset => timespan(seconds => 61)))', '2015-01-01 00:00:00+00:01:01'],
    ['str(datetime(2015, 1, 1, offset => timespan(minutes => 30)))', '2015-01-01 00:00:00+00:30'],
    ['str([true, false, null, 1, 1.5, a])', "(True, False, None, 1, 1.5, 'a')"],
    ['str(true)', 'true'],
    ['str(false)', 'false'],
    ['str(null)', 'null'],
    ['str([false])', '(False,)'],
    ['str([[]])', '((),)'],
    ['str({})', '{}'],
    ['str({a => 1})', "{'a': 1}"],
    ['str(set())', 'frozenset()'],
    ['str([set(1)])', '(frozenset({1}),)'],
    ['str({a => 1}.keys())', "KeysView({'a': 1})"],
    ['str({a => 1}.items())', "ItemsView({'a': 1})"],
    ['str({a => 1}.values())', "ValuesView({'a': 1})"],
    ['str([1].toDict($))', '{1: 1}'],
    ['str("it\'s")', "it's"],
    ['str(["it\'s"])', '("it\'s",)'],
    ["str(['a\"b'])", "('a\"b',)"],
    ['str(["a\\nb"])', "('a\\nb',)"],
    ['str(["é"])', "('é',)"],
    ['str(["\\u0080"])', "('\\x80',)"],
    ['str(regex(a)).len() > 0', true],
    ['str([1].insert(0, 2))', '[2, 1]'],
    ['str(-1)', '-1'],
    ['str(pow(10, 4299)).len()', 4300],
    ['str(-pow(10, 4299)).len()', 4301],
    ['str(1.0)', '1.0'],
    ['str(0.1)', '0.1'],
    ['str(float(inf))', 'inf'],
    ['str(-0.0)', '-0.0'],
    ['datetime(2015, 1, 1, offset => timespan(hours => 1, seconds => 30)).format("%z")', '+010030'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['str(pow(10, 4300))', 'an integer has more than the limit of 4300 digits'],
    ['str(-pow(10, 4300))', 'an integer has more than the limit of 4300 digits'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

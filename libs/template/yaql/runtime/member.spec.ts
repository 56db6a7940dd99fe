import type { ExactJson } from '../../json';
import { floatNumber } from '../../numbers/written-number';
import { tryYaql } from '../fixtures/try-yaql';

describe('what stands behind a dot', () => {
  it.each<[string, ExactJson]>([
    ['{a => 1}.a', 1],
    ['{a => null}?.a', null],
    ['[{a => 1}, {a => 2}].a', [1, 2]],
    ['[[{a => 1}], [{a => 2}]].a', [[1], [2]]],
    ['range(2).select({a => $}).a', [0, 1]],
    ['set({a => 1}).a', [1]],
    ['{b => {a => 1}}.values().a', [1]],
    ['[].a', []],
    ['null?.a', null],
    ['null?.len()', null],
    ['null?.a?.b', null],
    ['{a => {b => 1}}?.a?.b', 1],
    ['"abc"?.len()', 3],
    ['timespan(days => 1).hours', floatNumber(24)],
    ['[timespan(days => 1)].days', [floatNumber(1)]],
    ['datetime(2015, 1, 2).day', 2],
    ['timespan(microseconds=>5).microseconds', 5],
    ['null?.f()', null],
    ['[{a => 1}].a', [1]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['{a => 1}.b', 'there is no `b` in the map; `get(b)` gives null where it is not there'],
    ['[{a => 1}, {}].a', 'there is no `a` in the map; `get(a)` gives null where it is not there'],
    ['[1].a', 'an integer has no `a`'],
    ['null.a', 'null has no `a`'],
    ['null?.a.b', 'null has no `b`'],
    ['1.a', 'an integer has no `a`'],
    ['abc.def', 'a text has no `def`'],
    ['true.a', 'a boolean has no `a`'],
    ['timespan().day', 'a timespan has no `day` (did you mean `day`?)'],
    ['timespan().constructor', 'a timespan has no `constructor`'],
    ['datetime(2015, 1, 2).hours', 'a point in time has no `hours` (did you mean `hours`?)'],
    ['datetime(2015, 1, 2).toString', 'a point in time has no `toString`'],
    ['a."b"', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.5', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.(b)', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.$x', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.[0]', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.true', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['a.-b', 'only a name or a call can stand behind a dot; use `[…]` for anything else'],
    ['"a".b', 'a text has no `b`'],
    ['datetime(2015,1,1).days', 'a point in time has no `days` (did you mean `days`?)'],
    ['datetime(2015,1,1).nope', 'a point in time has no `nope`'],
    ['timespan(days=>1).nope', 'a timespan has no `nope`'],
    ['1?.a', 'an integer has no `a`'],
    ['[{a => 1}, {b => 2}].a', 'there is no `a` in the map; `get(a)` gives null where it is not there'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('grouping', () => {
  it.each<[string, ExactJson]>([
    [
      '[1, 2, 3].groupBy($ mod 2)',
      [
        [1, [1, 3]],
        [0, [2]],
      ],
    ],
    [
      '$.data.people.groupBy($.n, $.v)',
      [
        ['a', [1, 3]],
        ['b', [2]],
      ],
    ],
    [
      '$.data.people.groupBy($.n, $.v, $.sum())',
      [
        ['a', 4],
        ['b', 2],
      ],
    ],
    [
      '$.data.people.groupBy($.n, aggregator => $.len())',
      [
        ['a', 2],
        ['b', 1],
      ],
    ],
    [
      '$.data.people.groupBy($.n, $.v, $.select($ * 2))',
      [
        ['a', [2, 6]],
        ['b', [4]],
      ],
    ],
    [
      '$.data.people.groupBy($.n, $.v, $.orderByDescending($).first())',
      [
        ['a', 3],
        ['b', 2],
      ],
    ],
    [
      '$.data.people.groupBy($.n, $.v, [$[0], $[1].sum()])',
      [
        ['a', 4],
        ['b', 2],
      ],
    ],
    ['$.data.people.groupBy($.n, $.v).toDict($[0], $[1])', { a: [1, 3], b: [2] }],
    ['[1, 1.0, true].groupBy($)', [[1, [1, floatNumber(1), true]]]],
    ['[].groupBy($)', []],
    ['[1].groupBy(null)', [[null, [1]]]],
    [
      '[[a, 1], [a, 2], [b, 3]].groupBy($[0], $[1], [$[0], $[1]])',
      [
        ['a', [1, 2]],
        ['b', [3]],
      ],
    ],
    [
      '[[b, 3], [a, 1], [a, 2]].groupBy($[0], $[1], [$[0], $[1].sum()])',
      [
        ['b', 3],
        ['a', 3],
      ],
    ],
    ['str([1, 2].groupBy(1).first())', '(1, [1, 2])'],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($[1]) > 0 => ab))', ['ab', 'ab']],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($[1]) > 0 => {x => 1, y => 2}))',
      [
        { x: 1, y: 2 },
        { x: 1, y: 2 },
      ],
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($[1]) > 0 => set(1, 2)))',
      [
        [1, 2],
        [1, 2],
      ],
    ],
    [
      '[1, 2, 3, 4].groupBy($ mod 2, $, $.sum())',
      [
        [1, 4],
        [0, 6],
      ],
    ],
    [
      '[1, 2, 3].groupBy($ mod 2,, $.len())',
      [
        [1, 2],
        [0, 1],
      ],
    ],
    [
      '[1, 2, 3].groupBy($ mod 2, aggregator => $.sum())',
      [
        [1, 4],
        [0, 2],
      ],
    ],
    ['[[a, 1], [a, 2]].groupBy($[0], $[1], [$[0], $[1]])', [['a', [1, 2]]]],
    [
      '[[a, 1], [a, 2], [b, 1], [b, 2]].groupBy($[0], $[1], [$[0], $[1]])',
      [
        ['a', [1, 2]],
        ['b', [1, 2]],
      ],
    ],
    [
      '[[a, null], [a, 2], [b, 1]].groupBy($[0], $[1], [null, $[1]])',
      [
        ['a', [null, 2]],
        [null, [1]],
      ],
    ],
    [
      '[[a, null], [a, null], [b, 1]].groupBy($[0], $[1], [$[0], $[1]])',
      [
        ['a', [null, null]],
        ['b', [1]],
      ],
    ],
    [
      '[[b, 1], [a, 1], [a, 2]].groupBy($[0], $[1], [$[1].len(), 5])',
      [
        [1, 5],
        [2, 5],
      ],
    ],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => ab, true => $[5]))', ['ab', 'ab']],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => {a => 1, b => 2}, true => $[5]))',
      [
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ],
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => set(1, 2), true => $[5]))',
      [
        [1, 2],
        [1, 2],
      ],
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => {a => 1, b => 2}.keys(), true => $[5]))',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    ],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], $[1].sum())', 'the list has 1 items, and none at that index'],
    ['[[a, 1], [a, 2], [b, 3]].groupBy($[0], $[1], [$[1], $[0]].nope())', 'there is no method `nope`'],
    ['[[a, 1], [a, 2], [b, 3]].groupBy($[0], $[1], [$[1], $[0]])', 'the list has 1 items, and none at that index'],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], $[9])', 'the list has 1 items, and none at that index'],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], $[1] + $[0])', 'the list has 1 items, and none at that index'],
    ['[1].groupBy($, $, 1 / 0)', 'nothing can be divided by zero'],
    ['[["1", x], ["1", y]].groupBy($[0], $[1], [int($[0]), $[1]])', 'a text is not that of an integer'],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($[1]) > 0 => abc))',
      'the list has 1 items, and none at that index',
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($[1]) > 0 => 5))',
      'the list has 1 items, and none at that index',
    ],
    ['[1].groupBy([$].insert(0, 1))', 'a list cannot be a key, or be in a set'],
    [
      '[[a, 1], [a, 2], [a, 3], [b, 1]].groupBy($[0], $[1], [$[0], $[1]])',
      'the list has 1 items, and none at that index',
    ],
    ['[[a, 1], [a, 2], [b, 1]].groupBy($[0], $[1], [$[1], $[0]])', 'the list has 1 items, and none at that index'],
    [
      '[[a, 1], [a, 2], [b, 1]].groupBy($[0], $[1], [$[0], $[1], 3].take(len($)))',
      'the list has 1 items, and none at that index',
    ],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], $[1].nope())', 'the list has 1 items, and none at that index'],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], nope())', 'there is no function `nope`'],
    ['[[a, 1], [b, 2]].groupBy($[0], $[1], $.nope)', 'an integer has no `nope`'],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => null, true => $[5]))',
      'the list has 1 items, and none at that index',
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => 5, true => $[5]))',
      'the list has 1 items, and none at that index',
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => abc, true => $[5]))',
      'the list has 1 items, and none at that index',
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => timespan(days => 1), true => $[5]))',
      'the list has 1 items, and none at that index',
    ],
    [
      '[[a, 1], [b, 2]].groupBy($[0], $[1], switch(len($) = 2 => range(300).toList(), true => $[5]))',
      'a collection has more than the limit of 200 items',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

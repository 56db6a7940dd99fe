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
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('cutting lists', () => {
  it.each<[string, ExactJson]>([
    ['[1, 2, 3, 4, 5].slice(2)', [[1, 2], [3, 4], [5]]],
    [
      '[1, 2, 3, 4].slice(2)',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['[1, 2].slice(5)', [[1, 2]]],
    ['range(3).slice(1)', [[0], [1], [2]]],
    ['[1, 2].slice(0)', []],
    ['[].slice(2)', []],
    ['[1, 2, 3, 4, 5].splitWhere($ mod 2 = 0)', [[1], [3], [5]]],
    ['[2, 1, 2].splitWhere($ = 2)', [[], [1]]],
    ['[1, 2].splitWhere($ > 9)', [[1, 2]]],
    ['[2, 2].splitWhere($ = 2)', [[], []]],
    ['[].splitWhere(true)', []],
    ['[1, 1, 2, 2, 1].sliceWhere($)', [[1, 1], [2, 2], [1]]],
    ['[1, 2, 3].sliceWhere($ > 1)', [[1], [2, 3]]],
    ['[1, true, 1.0].sliceWhere($)', [[1, true, floatNumber(1)]]],
    ['[1].sliceWhere($)', [[1]]],
    ['[].sliceWhere($)', []],
    ['[1, 2, 3].splitAt(1)', [[1], [2, 3]]],
    ['[1, 2, 3].splitAt(0)', [[], [1, 2, 3]]],
    ['[1, 2, 3].splitAt(-1)', [[1, 2], [3]]],
    ['[1].splitAt(9)', [[1], []]],
    ['range(3).splitAt(1)', [[0], [1, 2]]],
    ['str([1, 2].splitAt(1))', '[(1,), (2,)]'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[1, 2].slice(-1)', 'a number of items cannot be negative'],
    ['[1, 2].slice(a)', '`slice` cannot be called with a list, a text; it is `collection.slice(length)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

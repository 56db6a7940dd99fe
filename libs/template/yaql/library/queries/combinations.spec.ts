import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('bringing lists together', () => {
  it.each<[string, Json]>([
    [
      '[1, 2].zip([a, b, c])',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      '[1, 2].zip([3, 4], [5, 6])',
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
    ],
    ['[1].zip()', [[1]]],
    ['[1].zip([])', []],
    [
      'range(5).zip([a, b])',
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    [
      '[1, 2].zipLongest([3])',
      [
        [1, 3],
        [2, null],
      ],
    ],
    [
      '[1].zipLongest([3, 4], [5])',
      [
        [1, 3, 5],
        [null, 4, null],
      ],
    ],
    [
      '[1, 2].zipLongest([3], default => 0)',
      [
        [1, 3],
        [2, 0],
      ],
    ],
    [
      '[1, 2].zipLongest([3], default => 5)',
      [
        [1, 3],
        [2, 5],
      ],
    ],
    ['[].zipLongest()', []],
    ['[1, 2].join([2, 3], $1 = $2, [$1, $2])', [[2, 2]]],
    ['[1, 2].join([3, 4], true, $1 * $2)', [3, 4, 6, 8]],
    ['range(2).join(range(2), $1 < $2, [$1, $2])', [[0, 1]]],
    ['[1, 2].join([], true, $)', []],
    ['[1, 2, 3].accumulate($1 + $2)', [1, 3, 6]],
    ['[1, 2].accumulate($1 + $2, 100)', [100, 101, 103]],
    ['[5].accumulate(nope())', [5]],
    ['[].accumulate($1 + $2, 1)', [1]],
    ['[1].accumulate($1 + $2, null).first()', null],
    ['[1].defaultIfEmpty([9])', [1]],
    ['[].defaultIfEmpty([9])', [9]],
    ['range(0).defaultIfEmpty([9])', [9]],
    ['range(2).defaultIfEmpty([9])', [0, 1]],
    ['set().defaultIfEmpty([9])', [9]],
    ['[1, 2].join([2, 3].select($), $1 = $2, [$1, $2])', [[2, 2]]],
    ['[1, 2].join([2, 3].where(true), true, $1 * $2)', [2, 3, 4, 6]],
    ['[1, 2].select($).join([2, 3], true, $1 * $2)', [2, 3, 4, 6]],
    ['[1, 2].join(set(2, 3), true, $1 * $2)', [2, 3, 4, 6]],
    ['[1, 2].zip([3])', [[1, 3]]],
    ['[1, 2].zip([3], [4, 5])', [[1, 3, 4]]],
    [
      '[1].zipLongest([2, 3], default => 0)',
      [
        [1, 2],
        [0, 3],
      ],
    ],
    ['[].defaultIfEmpty([1])', [1]],
    ['[2].defaultIfEmpty([1])', [2]],
    ['[2].select($).defaultIfEmpty([1])', [2]],
    ['[].select($).defaultIfEmpty([1])', [1]],
    ['set(2).defaultIfEmpty([1])', [2]],
    ['{a => 2}.values().defaultIfEmpty([1])', [2]],
    ['[1, 2, 3].accumulate($1 + $2, 10)', [10, 11, 13, 16]],
    ['[].accumulate($1 + $2, 10)', [10]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[].accumulate($1 + $2)', 'there is nothing in the list, and no value to begin with'],
    ['[1].zip(a)', '`zip` cannot be called with a list, a text; it is `collections….zip()`'],
    [
      '[1].join([2], true)',
      '`join` cannot be called with a list, an expression, an expression; it is `collection1.join(collection2, predicate, selector)` or `sequence.join(separator)` or `separator.join(sequence)`',
    ],
    [
      '[].defaultIfEmpty(9)',
      '`defaultIfEmpty` cannot be called with a list, an integer; it is `collection.defaultIfEmpty(default)`',
    ],
    ['zip()', 'there is no function `zip`; it is a method: `x.zip(…)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

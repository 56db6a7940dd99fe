import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('sorting', () => {
  it.each<[string, Json]>([
    ['[3, 1, 2].orderBy($)', [1, 2, 3]],
    ['[3, 1, 2].orderByDescending($)', [3, 2, 1]],
    ['[a, B, c].orderBy($)', ['B', 'a', 'c']],
    ['[2, null, 1].orderBy($)', [null, 1, 2]],
    ['[].orderBy($)', []],
    ['[true].orderBy($)', [true]],
    ['$.data.people.orderBy($.n).v', [1, 3, 2]],
    ['$.data.people.orderByDescending($.n).v', [2, 1, 3]],
    ['$.data.people.orderBy($.n).thenBy(-$.v).v', [3, 1, 2]],
    ['$.data.people.orderBy($.n).thenByDescending($.v).v', [3, 1, 2]],
    ['$.data.people.orderBy(1).thenBy($.n).thenByDescending($.v).v', [3, 1, 2]],
    ['let([2, 1].orderBy($)) -> [$.first(), $.toList()]', [1, [1, 2]]],
    ['range(3).orderBy(-$)', [2, 1, 0]],
    ['[1, 2, 3].reverse()', [3, 2, 1]],
    ['range(3).reverse()', [2, 1, 0]],
    ['"a b".split().reverse()', ['b', 'a']],
    ['[2].orderBy($).defaultIfEmpty([1])', [2]],
    ['[3, 1, 2].orderBy($).memorize()', [1, 2, 3]],
    ['[b, a, B].orderBy($).thenBy($)', ['B', 'a', 'b']],
    [
      '[[1, 2], [1, 1], [0, 5]].orderBy($[0]).thenBy($[1])',
      [
        [0, 5],
        [1, 1],
        [1, 2],
      ],
    ],
    [
      '[[1, 2], [1, 1], [0, 5]].orderBy($[0]).thenByDescending($[1])',
      [
        [0, 5],
        [1, 2],
        [1, 1],
      ],
    ],
    [
      '[[1, 2], [1, 1], [0, 5]].orderByDescending($[0]).thenBy($[1])',
      [
        [1, 1],
        [1, 2],
        [0, 5],
      ],
    ],
    ['[3, 1, 2].orderBy(0)', [3, 1, 2]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[2, a].orderBy($)', '`<` cannot be used on a text, an integer'],
    ['[true, false].orderBy($)', '`<` cannot be used on a boolean, a boolean'],
    ['[2, 1].thenBy($)', '`thenBy` cannot be called with a list, an expression; it is `collection.thenBy(selector)`'],
    ['abc.orderBy($)', '`orderBy` cannot be called with a text, an expression; it is `collection.orderBy(selector)`'],
    ['[1, a].orderBy($)', '`<` cannot be used on a text, an integer'],
    [
      'let([3, 1].orderBy($)) -> [$.first(), $.last(), $.len()]',
      '`len` cannot be called with an ordered list; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

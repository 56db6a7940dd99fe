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
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[2, a].orderBy($)', '`<` cannot be used on a text, an integer'],
    ['[true, false].orderBy($)', '`<` cannot be used on a boolean, a boolean'],
    ['[2, 1].thenBy($)', '`thenBy` cannot be called with a list, an expression; it is `collection.thenBy(selector)`'],
    ['abc.orderBy($)', '`orderBy` cannot be called with a text, an expression; it is `collection.orderBy(selector)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

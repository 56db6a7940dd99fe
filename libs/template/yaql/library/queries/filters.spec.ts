import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('filtering and mapping', () => {
  it.each<[string, Json]>([
    ['[1, 2, 3].where($ > 1)', [2, 3]],
    ['[1, 2, 3].filter($ > 1)', [2, 3]],
    ['[0, 1, "", a].where($)', [1, 'a']],
    ['[1, 2].select($ * 2)', [2, 4]],
    ['[1, 2].map($ * 2)', [2, 4]],
    ['[1, 2].select(selector => $ + 1)', [2, 3]],
    ['[1].select(nope)', ['nope']],
    ['[1, 2].select(5)', [5, 5]],
    ['[[1, 2], 3].selectMany($)', [1, 2, 3]],
    ['[1, 2].selectMany([$, $])', [1, 1, 2, 2]],
    ['[1].selectMany({a => $})', [{ a: 1 }]],
    ['[1, 2, 3].take(2)', [1, 2]],
    ['[1, 2, 3].limit(2)', [1, 2]],
    ['[1, 2, 3].limit(0)', []],
    ['[1, 2, 3].limit(9)', [1, 2, 3]],
    ['[1, 2, 3].skip(1)', [2, 3]],
    ['[1, 2, 3].skip(0)', [1, 2, 3]],
    ['[1, 2, 3].skip(9)', []],
    [
      'let(range(5)) -> [$.take(2).toList(), $.toList()]',
      [
        [0, 1],
        [2, 3, 4],
      ],
    ],
    ['[1, 2, 3, 1].takeWhile($ < 3)', [1, 2]],
    ['[1, 2, 3, 1].skipWhile($ < 3)', [3, 1]],
    ['[3].takeWhile($ < 3)', []],
    ['[1].skipWhile($ < 3)', []],
    ['[1].append(2, 3)', [1, 2, 3]],
    ['append([1])', [1]],
    ['[1].concat([2], range(2))', [1, 2, 0, 1]],
    ['concat([1], [2])', [1, 2]],
    ['[1, 2, 1].distinct()', [1, 2]],
    ['distinct([1, 1.0, true])', [1]],
    ['[[1], [1]].distinct()', [[1]]],
    [
      '$.data.people.distinct($.n)',
      [
        { n: 'a', v: 1 },
        { n: 'b', v: 2 },
      ],
    ],
    [
      '[a, b].enumerate()',
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    [
      'enumerate([a, b], 1)',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    ['[a].enumerate(start => 5)', [[5, 'a']]],
    ['[1, 2].memorize()', [1, 2]],
    ['let(range(3).memorize()) -> [$.sum(), $.sum()]', [3, 3]],
    ['let([1].memorize()) -> $ = [1]', true],
    [
      '[1, 2].enumerate()',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    ['str([a].enumerate().first())', "[0, 'a']"],
    ['[a].enumerate().first() = [0, a]', false],
    ['isList([a].enumerate().first())', true],
    ['[1, 2].select($).memorize().len()', 2],
    ['[1, 1.0, true, 2].distinct()', [1, 2]],
    ['[[1, a], [1, b]].distinct($[0])', [[1, 'a']]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"a".select($)', '`select` cannot be called with a text, an expression; it is `collection.select(selector)`'],
    ['{a => 1}.select($)', '`select` cannot be called with a map, an expression; it is `collection.select(selector)`'],
    ['[1].limit(-1)', 'a number of items cannot be negative'],
    ['[1].skip(-1)', 'a number of items cannot be negative'],
    ['[1].take(a)', '`take` cannot be called with a list, a text; it is `collection.take(count)`'],
    ['[[1].insert(0, 2)].distinct()', 'a list cannot be a key, or be in a set'],
    ['[1].select()', '`select` cannot be called with a list; it is `collection.select(selector)`'],
    [
      '[1].select($, $)',
      '`select` cannot be called with a list, an expression, an expression; it is `collection.select(selector)`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

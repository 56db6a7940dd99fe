import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('making lists', () => {
  it.each<[string, Json]>([
    ['[]', []],
    ['[1, "a", [null]]', [1, 'a', [null]]],
    ['list(1, 2, [3])', [1, 2, [3]]],
    ['list(1, [2].select($), 3)', [1, 2, 3]],
    ['list()', []],
    ['[1, 2].toList()', [1, 2]],
    ['set(2, 1).toList()', [1, 2]],
    ['range(2).toList()', [0, 1]],
    ['[[1, 2], [3, [4]], [], 5].flatten()', [1, 2, 3, 4, 5]],
    ['[range(2), [a], {a => [1]}].flatten()', [0, 1, 'a', { a: [1] }]],
    ['["ab", [c]].flatten()', ['ab', 'c']],
    ['[1] + [2, 3]', [1, 2, 3]],
    ['str([1] + [2])', '(1, 2)'],
    ['[1] + [2].select($)', [1, 2]],
    ['set(1) + [2]', [1, 2]],
    ['[1, 2] * 2', [1, 2, 1, 2]],
    ['2 * [1]', [1, 1]],
    ['[1] * 0', []],
    ['[1] * -1', []],
    ['[1] * true', [1]],
    ['str([1].insert(0, 2) * 2)', '[2, 1, 2, 1]'],
    ['[1, 2] + set(1)', [1, 2, 1]],
    ['isSet([1].toSet() + {a => 1}.keys())', false],
    ['isList([1] + [2])', true],
    ['isList([1] + list(2))', true],
    ['isList([1, 2].insert(0, 3) + [1])', false],
    ['[1].insert(0, 2) + [3]', [2, 1, 3]],
    ['{a => 1}.keys() + [1]', ['a', 1]],
    ['{a => 1}.keys().toSet()', ['a']],
    ['[1, 2] * 0', []],
    ['[1, 2] * -1', []],
    ['isList([1] * 2)', true],
    ['[1].insert(0, 2) * 2', [2, 1, 2, 1]],
    ['([1] * 100).len()', 100],
    ['([1] * 1241).len()', 1241],
    ['([1] * 1242).len()', 1242],
    ['([1] * 1245).len()', 1245],
    ['([1, 2] * 620).len()', 1240],
    ['([] * 100000).len()', 0],
    ['[1, 2].toList() = [1, 2]', true],
    ['[1, 2].insert(0, 3).toList() = [3, 1, 2]', true],
    ['[1].insert(0, 2).toList() = [2, 1]', true],
    ['[3, 1, 2].select($).toList()', [3, 1, 2]],
    ['str([1].insert(0, 2))', '[2, 1]'],
    ['str([1].insert(0, 2).toList())', '(2, 1)'],
    ['str([1].toList())', '(1,)'],
    ['[[1, [2]], [[3]]].flatten()', [1, 2, 3]],
    ['[set(1), {a => 1}.keys()].flatten()', [1, 'a']],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['str("a".split() + "b".split())', 'an iterator has no text of its own; make a list of it with `toList()`'],
    ['[1,,2]', 'an item of the list is missing'],
    ['[a => 1]', '`[…]` cannot be used on an integer'],
    ['[1] + 2', '`+` cannot be used on a list, an integer'],
    ['[1] * 1.5', '`*` cannot be used on a list, a float'],
    ['a.toList()', '`toList` cannot be called with a text; it is `collection.toList()`'],
    ['{a => 1}.toList()', '`toList` cannot be called with a map; it is `collection.toList()`'],
    ['{a => 1}.flatten()', '`flatten` cannot be called with a map; it is `collection.flatten()`'],
    ['([1] * 1246).len()', 'a value takes more than the limit of 10000 bytes'],
    ['([1] * 5000).len()', 'a value takes more than the limit of 10000 bytes'],
    ['([1, 2] * 625).len()', 'a value takes more than the limit of 10000 bytes'],
    ['([] * -100000).len()', 'a value takes more than the limit of 10000 bytes'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('asking lists', () => {
  it.each<[string, Json]>([
    ['[1, 2, 3][0]', 1],
    ['[1, 2, 3][2]', 3],
    ['[1, 2, 3][-1]', 3],
    ['[1, 2, 3][-3]', 1],
    ['[1, 2, 3][true]', 2],
    ['"a b".split()[1]', 'b'],
    ['[1, 2].len()', 2],
    ['len([])', 0],
    ['"a b".split().len()', 2],
    ['2 in [1, 2]', true],
    ['9 in [1, 2]', false],
    ['1.0 in [1]', true],
    ['null in [null]', true],
    ['[1] in [[1]]', true],
    ['2 in range(3)', true],
    ['1 in set(1, 2)', true],
    ['1.0 in set(1, 2)', true],
    ['a in {a => 1}.keys()', true],
    ['b in {a => 1}.keys()', false],
    ['1 in {a => 1}.values()', true],
    ['[a, 1] in {a => 1}.items()', true],
    ['[a, 2] in {a => 1}.items()', false],
    ['[b, 1] in {a => 1}.items()', false],
    ['[a] in {a => 1}.delete(b).items()', false],
    ['[a, 1] in {a => 1}.delete(b).items()', true],
    ['[a] in {a => 1}.values()', false],
    ['ab in {a => b}.items()', true],
    ['[1, 2].contains(2)', true],
    ['[1, 2].contains(3)', false],
    ['isList([1])', true],
    ['isList("a b".split())', true],
    ['isList(range(2))', false],
    ['isList(set(1))', false],
    ['isList(abc)', false],
    ['isIterable([1])', true],
    ['isIterable(range(1))', true],
    ['isIterable({a => 1}.values())', true],
    ['isIterable(abc)', false],
    ['isIterable({})', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['[1, 2, 3][3]', 'the list has 3 items, and none at that index'],
    ['[1, 2, 3][-4]', 'the list has 3 items, and none at that index'],
    ['[1, 2, 3][a]', '`[…]` cannot be used on a list, a text'],
    ['[1, 2, 3][0.0]', '`[…]` cannot be used on a list, a float'],
    ['[1, 2, 3][0, 1]', '`[…]` cannot be used on a list, an integer, an integer'],
    ['"abc"[0]', '`[…]` cannot be used on a text, an integer'],
    ['set(1)[0]', '`[…]` cannot be used on a set, an integer'],
    ['1 in null', '`in` cannot be used on an integer, null'],
    ['1 in {a => 1}', '`in` cannot be used on an integer, a map'],
    ['[1].insert(0, 2) in set(1)', 'a list cannot be a key, or be in a set'],
    ['[a] in {a => 1}.items()', 'only a key with its value can be among the items of a map'],
    ['[a, 1, 2] in {a => 1}.items()', 'only a key with its value can be among the items of a map'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('changing lists', () => {
  it.each<[string, Json]>([
    ['[1, 2, 3].delete(0)', [2, 3]],
    ['[1, 2, 3].delete(1, 1)', [1, 3]],
    ['[1, 2, 3].delete(0, 2)', [3]],
    ['[1, 2, 3].delete(1, 0)', [1, 2, 3]],
    ['[1, 2, 3].delete(1, -1)', [1]],
    ['[1, 2, 3].delete(-1)', [1, 2, 3]],
    ['[1, 2, 3].delete(3)', [1, 2, 3]],
    ['[1, 2, 3].replace(1, x)', [1, 'x', 3]],
    ['[1, 2, 3].replace(0, x, 2)', ['x', 3]],
    ['[1, 2, 3].replace(1, x, 0)', [1, 2, 3]],
    ['[1, 2, 3].replace(1, x, -1)', [1, 'x']],
    ['[1, 2, 3].replace(9, x)', [1, 2, 3]],
    ['[1, 2, 3].replaceMany(1, [a, b])', [1, 'a', 'b', 3]],
    ['[1, 2, 3].replaceMany(0, [a, b], 2)', ['a', 'b', 3]],
    ['[1, 2, 3].replaceMany(0, range(2), -1)', [0, 1]],
    ['[1, 2, 3].insert(1, x)', [1, 'x', 2, 3]],
    ['[1, 2, 3].insert(-1, x)', [1, 2, 'x', 3]],
    ['[1, 2, 3].insert(99, x)', [1, 2, 3, 'x']],
    ['[1, 2, 3].insert(-99, x)', ['x', 1, 2, 3]],
    ['[1, 2, 3].select($).insert(1, x)', [1, 'x', 2, 3]],
    ['[1, 2, 3].select($).insert(3, x)', [1, 2, 3, 'x']],
    ['[1, 2, 3].select($).insert(9, x)', [1, 2, 3, 'x']],
    ['[1, 2, 3].select($).insert(-1, x)', [1, 2, 3]],
    ['[].select($).insert(0, x)', ['x']],
    ['[].select($).insert(-1, x)', []],
    ['{a => 1}.values().insert(0, x)', ['x', 1]],
    ['str([1].insert(0, null))', '[None, 1]'],
    ['[1, 2, 3].insertMany(1, [a, b])', [1, 'a', 'b', 2, 3]],
    ['[1, 2, 3].insertMany(0, [a, b])', ['a', 'b', 1, 2, 3]],
    ['[1, 2, 3].insertMany(3, [a])', [1, 2, 3, 'a']],
    ['[1, 2, 3].insertMany(-1, [a, b])', ['a', 'b', 1, 2, 3]],
    ['[1, 2, 3].insertMany(9, [a, b])', [1, 2, 3, 'a', 'b']],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'set(1, 2).insert(0, 5)',
      '`insert` cannot be called with a set, an integer, an integer; it is `collection.insert(position, value)` or `collection.insert(position, value)`',
    ],
    [
      '[1].delete()',
      '`delete` cannot be called with a list; it is `collection.delete(position, [count])` or `dict.delete(keys…)`',
    ],
    [
      '[1].delete(a)',
      '`delete` cannot be called with a list, a text; it is `collection.delete(position, [count])` or `dict.delete(keys…)`',
    ],
    [
      '[1].replace(0)',
      '`replace` cannot be called with a list, an integer; it is `collection.replace(position, value, [count])` or `string.replace(old, new, [count])` or `string.replace(replacements, [count])` or `regexp.replace(string, repl, [count])` or `string.replace(regexp, repl, [count])` or `dt.replace([year], [month], [day], [hour], [minute], [second], [microsecond], [offset])`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

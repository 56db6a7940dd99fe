import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('sets', () => {
  it.each<[string, Json]>([
    ['set(3, 1, 2, 1).toList()', [1, 2, 3]],
    ['set(30, 1, 22, 8).toList()', [8, 1, 30, 22]],
    ['set(-1, -2, 5, 1.5).toList()', [1.5, 5, -1, -2]],
    ['set([1, 2].select($), 3)', [1, 2, 3]],
    ['set([1, 2]).len()', 1],
    ['set()', []],
    ['[1, 1.0, true].toSet()', [1]],
    ['range(3).toSet()', [0, 1, 2]],
    ['set(1, 2).toSet()', [1, 2]],
    ['isSet(set())', true],
    ['isSet({a => 1}.keys())', true],
    ['isSet({a => 1}.items())', true],
    ['isSet({a => 1}.values())', false],
    ['isSet([])', false],
    ['set(1, 2).len()', 2],
    ['len(set())', 0],
    ['{a => 1}.keys().len()', 1],
    ['{a => 1, b => 2}.items().len()', 2],
    ['set(1, 2).union(set(2, 3))', [1, 2, 3]],
    ['set(1).union({a => 1}.keys())', [1, 'a']],
    ['set(1, 2) + set(3)', [1, 2, 3]],
    ['set(1, 2).intersect(set(2, 3))', [2]],
    ['set(1, 2).difference(set(2))', [1]],
    ['set(1, 2) - set(2, 3)', [1]],
    ['set(1, 2).symmetricDifference(set(2, 3))', [1, 3]],
    ['set(1).add(2, 3, 1)', [1, 2, 3]],
    ['set(1).add()', [1]],
    ['set(1, 2).remove(1, 9)', [2]],
    ['set(1) = set(1)', true],
    ['str(set(1))', 'frozenset({1})'],
    ['str(set())', 'frozenset()'],
    ['set(set(1), {a => 1}, [1]).len()', 3],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['set([1].insert(0, 2))', 'a list cannot be a key, or be in a set'],
    ['set({a => 1}.delete(b))', 'a map cannot be a key, or be in a set'],
    ['[{a => 1}.keys()].toSet()', 'a view of a map cannot be a key, or be in a set'],
    ['set([1])', 'a set of the result has a list in it; make a list of the set with `toList()`'],
    ['set({a => 1})', 'a set of the result has a map in it; make a list of the set with `toList()`'],
    ['set(set(1))', 'a set of the result has a set in it; make a list of the set with `toList()`'],
    ['$.data.people.toSet()', 'a set of the result has a map in it; make a list of the set with `toList()`'],
    ['{a => 1}.keys().union(set(b))', 'a view of a map cannot be changed; make a set of it with `toSet()`'],
    ['{a => 1}.keys().add(b)', 'a view of a map cannot be changed; make a set of it with `toSet()`'],
    ['set(1).union([1])', '`union` cannot be called with a set, a list; it is `left.union(right)`'],
    ['set(1) - [1]', '`-` cannot be used on a set, a list'],
    ['set(1).difference(1)', '`difference` cannot be called with a set, an integer; it is `left.difference(right)`'],
    ['[1].add(2)', '`add` cannot be called with a list, an integer; it is `set.add(values…)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

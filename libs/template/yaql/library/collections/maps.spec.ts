import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('making maps', () => {
  it.each<[string, Json]>([
    ['{}', {}],
    ['{a => 1, "b c" => 2}', { a: 1, 'b c': 2 }],
    ['{a => 1, a => 2}', { a: 2 }],
    ['{1 => 2}', { '1': 2 }],
    ['{1.5 => 2, null => 3, true => 4}', { '1.5': 2, null: 3, true: 4 }],
    ['{1 => a, 1.0 => b, true => c}', { '1': 'c' }],
    ['{$.data.s => 1}', { 'Hello World': 1 }],
    ['{[1, 2] => 3}.len()', 1],
    ['{set(1) => 3, {a => 1} => 4}.len()', 2],
    ['dict()', {}],
    ['dict(a => 1)', { a: 1 }],
    ['dict([[a, 1], [b, 2]])', { a: 1, b: 2 }],
    ['dict([[a, 1], [a, 2]])', { a: 2 }],
    ['dict(["ab"])', { a: 'b' }],
    ['dict([{a => 1, b => 2}])', { a: 'b' }],
    ['dict([[a, 1, 2]])', { a: 1 }],
    ['dict($.data.m.items())', { a: 1, b: 2 }],
    ['[1, 2].toDict($ * 2)', { '2': 1, '4': 2 }],
    ['[1, 2].toDict($, $ + 1)', { '1': 2, '2': 3 }],
    ['[1, 1].toDict(a, $)', { a: 1 }],
    ['$.data.people.toDict($.n, $.v)', { a: 3, b: 2 }],
    ['{a => 1} + {b => 2}', { a: 1, b: 2 }],
    ['{a => 1} + {a => 2, b => 3}', { a: 2, b: 3 }],
    ['[1, 2].toDict($)', { '1': 1, '2': 2 }],
    ['[1, 2].toDict($, null)', { '1': null, '2': null }],
    ['isDict([1].toDict($))', true],
    ['{1 => a}.set(true, b)', { '1': 'b' }],
    ['{a => 1}.set({b => 2})', { a: 1, b: 2 }],
    ['{a => 1}.set(b => 2, c => 3)', { a: 1, b: 2, c: 3 }],
    ['{a => 1} + {a => 2}', { a: 2 }],
    ['{1 => a} + {1.0 => b}', { '1': 'b' }],
    ['dict([[a, 1]])', { a: 1 }],
    ['{a => 1}.delete(a)', {}],
    ['{a => 1, b => 2}.delete(a, c)', { b: 2 }],
    ['{a => 1, b => 2}.deleteAll([a, b])', {}],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['{[1] => 2}', 'a list cannot be a key of the result'],
    ['{[1].insert(0, 2) => 3}', 'a list cannot be a key, or be in a set'],
    ['{{a => 1}.delete(b) => 1}', 'a map cannot be a key, or be in a set'],
    ['{1, 2}', '`{…}` cannot be used on an integer, an integer'],
    ['{a => 1}.keys().toDict([1].insert(0, 2))', 'a list cannot be a key, or be in a set'],
    ['dict([[a]])', 'each item of a map has a key and a value'],
    ['dict([[]])', 'each item of a map has a key and a value'],
    ['dict([1])', 'an integer cannot be gone through'],
    ['dict(1)', '`dict` cannot be called with an integer; it is `dict(args…)` or `dict(items)`'],
    ['{a => 1} + [1]', '`+` cannot be used on a map, a list'],
    ['str({a => 1}.toSet())', '`toSet` cannot be called with a map; it is `collection.toSet()`'],
    ['set([1].toDict($))', 'a map cannot be a key, or be in a set'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('asking maps', () => {
  it.each<[string, Json]>([
    ['{a => 1}.a', 1],
    ['{a => null}.a', null],
    ['{a => 1}[a]', 1],
    ['{1 => 2}[1.0]', 2],
    ['{a => null}[a, 5]', null],
    ['{a => 1}[b, 5]', 5],
    ['{a => 1}.get(a)', 1],
    ['{a => 1}.get(b)', null],
    ['{a => 1}.get(b, 5)', 5],
    ['{a => null}.get(a, 5)', null],
    ['{a => 1}.len()', 1],
    ['len({})', 0],
    ['{a => 1, b => 2}.keys()', ['a', 'b']],
    ['{a => 1, b => 2}.values()', [1, 2]],
    ['{a => 1, b => 2}.items().select($[1])', [1, 2]],
    ['{a => 1}.containsKey(a)', true],
    ['{a => 1}.containsKey(b)', false],
    ['{1 => 2}.containsKey(true)', true],
    ['{a => 1}.containsValue(1)', true],
    ['{a => 1}.containsValue(2)', false],
    ['isDict({})', true],
    ['isDict({a => 1}.delete(a))', true],
    ['isDict([])', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['{a => 1}.b', 'there is no `b` in the map; `get(b)` gives null where it is not there'],
    ['{a => 1}[b]', 'the map has no such key; a second value in the brackets is given where there is none'],
    ['{a => 1}[[1].insert(0, 2)]', 'a list cannot be a key, or be in a set'],
    ['{a => 1}.get([1].insert(0, 2))', 'a list cannot be a key, or be in a set'],
    ['{a => 1}.items()', 'a set of the result has a list in it; make a list of the set with `toList()`'],
    [
      '{a => 1}.values().len()',
      '`len` cannot be called with a view of a map; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    ['a in {a => 1}', '`in` cannot be used on a text, a map'],
    ['{a => 1}.len', 'there is no `len` in the map; `get(len)` gives null where it is not there'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('changing maps', () => {
  it.each<[string, Json]>([
    ['{a => 1}.set(b, 2)', { a: 1, b: 2 }],
    ['{a => 1}.set(a, 2)', { a: 2 }],
    ['{a => 1}.set({b => 2, a => 3})', { a: 3, b: 2 }],
    ['{a => 1}.set(b => 2)', { a: 1, b: 2 }],
    ['{a => 1}.set(a => 3, b => 2)', { a: 3, b: 2 }],
    ['{a => 1}.set(a => 1, b => 2, c => 3)', { a: 1, b: 2, c: 3 }],
    ['{a => 1}.set()', { a: 1 }],
    ['{a => 1, b => 2}.delete(a)', { b: 2 }],
    ['{a => 1, b => 2}.delete(a, b, c)', {}],
    ['{a => 1}.delete()', { a: 1 }],
    ['{a => 1, b => 2}.deleteAll([a])', { b: 2 }],
    ['{a => 1, b => 2}.deleteAll({b => 1}.keys())', { a: 1 }],
    ['let({a => 1}) -> [$.set(a, 2), $]', [{ a: 2 }, { a: 1 }]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      '{a => 1}.set(a)',
      '`set` cannot be called with a map, a text; it is `dict.set(key, value)` or `dict.set(replacements)` or `dict.set(args…)`',
    ],
    [
      '{a => 1}.set(a, 1, 2)',
      '`set` cannot be called with a map, a text, an integer, an integer; it is `dict.set(key, value)` or `dict.set(replacements)` or `dict.set(args…)`',
    ],
    ['{a => 1}.delete([1].insert(0, 2))', 'a list cannot be a key, or be in a set'],
    ['{a => 1}.deleteAll(a)', '`deleteAll` cannot be called with a map, a text; it is `dict.deleteAll(keys)`'],
    [
      '$.data.nums.set(0, 9)',
      '`set` cannot be called with a list, an integer, an integer; it is `dict.set(key, value)` or `dict.set(replacements)` or `dict.set(args…)`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { Json } from '#contracts';
import { tryYaql } from '../fixtures/try-yaql';

describe('a call with several functions of its name', () => {
  it.each<[string, Json]>([
    ['def(any, 5) -> any([1])', 5],
    ['def(len, 5) -> len([1])', 5],
    ['def(len, 5) -> len(1)', 5],
    ['def(range, 5) -> range(1, 2)', 5],
    ['len_([1])', 1],
    ['len__([1])', 1],
    ['call(len_, [[1]], {})', 1],
    ['call(len, [[1]], {})', 1],
    ['call(select, [5], {}, [1, 2])', [5, 5]],
    ['call(where, [true], {}, [1, 2])', [1, 2]],
    ['call(where, [], {predicate => false}, [1, 2])', []],
    ['call("#operator_and", [1, 2], {})', 2],
    ['call("#operator_or", [0, 2], {})', 2],
    ['call(any, [[1], false], {})', false],
    ['call(any, [], {collection => [1], predicate => false})', false],
    ['{a => 1}.values().insert(0, b)', ['b', 1]],
    ['[1, 2].insert(1, 5)', [1, 5, 2]],
    ['[1, 2].select($).insert(1, 5)', [1, 5, 2]],
    ['[1].len()', 1],
    ['[1].select($).len()', 1],
    ['set(1).len()', 1],
    ['{a => 1}.keys().len()', 1],
    ['"ab".len()', 2],
    ['{a => 1}.len()', 1],
    ['[b, a].join("")', 'ba'],
    ['"".join([b, a])', 'ba'],
    ['[1].join([2], true, [$1, $2])', [[1, 2]]],
    ['concat([1], [2])', [1, 2]],
    ['concat(a, b)', 'ab'],
    ['[1, 2, 3].replace(0, a)', ['a', 2, 3]],
    ['"abc".replace(a, x)', 'xbc'],
    ['switch(1 => 2, 0 => 3)', 2],
    ['switch(0 => 2, 1 => 3)', 3],
    ['{a => 1}.set(b => 2)', { a: 1, b: 2 }],
    ['{a => 1}.set(b, 2)', { a: 1, b: 2 }],
    ['{a => 1}.set({b => 2})', { a: 1, b: 2 }],
    ['dict(a => 1)', { a: 1 }],
    ['"a b".split(,1)', ['a', 'b']],
    ['"  a b ".split(,1)', ['a', 'b ']],
    ['datetime(2015,1,1,,5).minute', 5],
    ['$.data.m.keys().orderBy($).select($ + "x")', ['ax', 'bx']],
    ['$.data.m.values().sum()', 3],
    ['{a => 1}.values().select($ + 1)', [2]],
    ['range(200).toList().len()', 200],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['def(any, 5) -> any([1], $ > 0)', 'more than one function fits what it is given'],
    ['def(all, 5) -> all([1], $ > 0)', 'more than one function fits what it is given'],
    ['def(switch, 5) -> switch(1 => 2)', 'more than one function fits what it is given'],
    ['def(dict, 5) -> dict(a => 1)', 'more than one function fits what it is given'],
    ['def(dict, 5) -> dict([[a, 1]])', 'more than one function fits what it is given'],
    ['def(dict, 5) -> dict()', 'more than one function fits what it is given'],
    ['def(coalesce, 5) -> coalesce(1)', 'more than one function fits what it is given'],
    ['call("a_b", [], {})', 'there is no function `a_b`'],
    [
      'call(select, [[1, 2], 5], {}, [1, 2])',
      '`select` cannot be called with a list, a list, an integer; it is `collection.select(selector)`',
    ],
    ['call(switch, [1], {})', '`switch` cannot be called with an integer; it is `switch(args…)`'],
    ['call("*equal", [], {left => 1})', '`=` cannot be used on an integer'],
    ['call("*not_equal", [1], {})', '`!=` cannot be used on an integer'],
    ['call("#operator_+", [1], {})', '`+` cannot be used on an integer'],
    ['call("#unary_operator_-", [a], {})', '`-` cannot be used on a text'],
    ['call("#nope", [], {})', 'there is no function `#nope`'],
    [
      'call(len, [], {"" => 1})',
      '`len` cannot be called with an integer; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    ['call(len, [], {1 => 2})', 'the name of a parameter must be a text'],
    [
      'call(insert, [0, 5], {}, set(1))',
      '`insert` cannot be called with a set, an integer, an integer; it is `collection.insert(position, value)` or `collection.insert(position, value)`',
    ],
    [
      'set(1).insert(0, 2)',
      '`insert` cannot be called with a set, an integer, an integer; it is `collection.insert(position, value)` or `collection.insert(position, value)`',
    ],
    [
      '1.insert(0, 2)',
      '`insert` cannot be called with an integer, an integer, an integer; it is `collection.insert(position, value)` or `collection.insert(position, value)`',
    ],
    [
      '{a => 1}.keys().insert(0, b)',
      '`insert` cannot be called with a view of a map, an integer, a text; it is `collection.insert(position, value)` or `collection.insert(position, value)`',
    ],
    [
      '{a => 1}.values().len()',
      '`len` cannot be called with a view of a map; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    [
      '1.len()',
      '`len` cannot be called with an integer; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    [
      '[1].orderBy($).len()',
      '`len` cannot be called with an ordered list; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    [
      '[1].orderBy($).thenBy($).len()',
      '`len` cannot be called with an ordered list; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    ['[1].thenBy($)', '`thenBy` cannot be called with a list, an expression; it is `collection.thenBy(selector)`'],
    ['[1].select(a => 1)', '`select` cannot be called with a list, an expression; it is `collection.select(selector)`'],
    ['dict(a => 1, b)', 'parse: expected `=>`, found `)`'],
    ['{a => 1, b}', 'parse: expected `=>`, found `}`'],
    ['len(1 => 2)', 'what stands before `=>` in a call must be the name of a parameter'],
    ['isEmpty(,)', 'parse: expected a value, found `)`'],
    [
      'range(1,,2)',
      '`range` cannot be called with an integer, a value that is left out, an integer; it is `range(stop)` or `range(start, stop, [step])`',
    ],
    ['"abc".substring(1,)', 'parse: expected a value, found `)`'],
    ['[3, 1].max(,)', 'parse: expected a value, found `)`'],
    [
      '"abc".replace(a,, b)',
      '`replace` cannot be called with a text, a text, a value that is left out, a text; it is `collection.replace(position, value, [count])` or `string.replace(old, new, [count])` or `string.replace(replacements, [count])` or `regexp.replace(string, repl, [count])` or `string.replace(regexp, repl, [count])` or `dt.replace([year], [month], [day], [hour], [minute], [second], [microsecond], [offset])`',
    ],
    ['range(201).toList().len()', 'a collection has more than the limit of 200 items'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

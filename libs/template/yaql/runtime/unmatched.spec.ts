import type { Json } from '#contracts';
import { tryYaql } from '../fixtures/try-yaql';

describe('a function or method that is not there', () => {
  it.each([
    ['lenn([1])', 'there is no function `lenn` (did you mean `len`?)'],
    ['[1].sellect($)', 'there is no method `sellect` (did you mean `select`?)'],
    ['[1].noSuchThingAtAll()', 'there is no method `noSuchThingAtAll`'],
    ['nope()', 'there is no function `nope`'],
    ['select([1], $)', 'there is no function `select`; it is a method: `x.select(…)`'],
    ['str(1).str()', 'there is no method `str`; it is a function: `str(…)`'],
    ['1.range()', 'there is no method `range`; it is a function: `range(…)`'],
    ['join(",", [a])', 'there is no function `join`; it is a method: `x.join(…)`'],
    ['now()', "`now` is not there: what it answers changes, and a template's values do not"],
    ['random()', "`random` is not there: what it answers changes, and a template's values do not"],
    ['localtz()', "`localtz` is not there: what it answers changes, and a template's values do not"],
    ['operator_in()', 'there is no function `operator_in`'],
    ['constructor()', 'there is no function `constructor`'],
    ['[].toString()', 'there is no method `toString` (did you mean `isString`?)'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('what a function cannot take', () => {
  it.each<[string, Json]>([['"abc".substring(start => 1, start => 2)', 'c']])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'len()',
      '`len` cannot be called with nothing; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    [
      'len(1)',
      '`len` cannot be called with an integer; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    [
      'len(1, 2)',
      '`len` cannot be called with an integer, an integer; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    ['"abc".substring()', '`substring` cannot be called with a text; it is `string.substring(start, [length])`'],
    [
      '"abc".substring(a)',
      '`substring` cannot be called with a text, a text; it is `string.substring(start, [length])`',
    ],
    ['[1].select()', '`select` cannot be called with a list; it is `collection.select(selector)`'],
    [
      '[1].where($, 1)',
      '`where` cannot be called with a list, an expression, an expression; it is `collection.where(predicate)`',
    ],
    ['switch(1, 2 => 3)', '`switch` cannot be called with an expression, a `key => value`; it is `switch(args…)`'],
    ['switch(1)', '`switch` cannot be called with an expression; it is `switch(args…)`'],
    [
      'range(a, b)',
      '`range` cannot be called with a text, a text; it is `range(stop)` or `range(start, stop, [step])`',
    ],
    [
      '"a".replace(1, 2, 3, 4)',
      '`replace` cannot be called with a text, an integer, an integer, an integer, an integer; it is `collection.replace(position, value, [count])` or `string.replace(old, new, [count])` or `string.replace(replacements, [count])` or `regexp.replace(string, repl, [count])` or `string.replace(regexp, repl, [count])` or `dt.replace([year], [month], [day], [hour], [minute], [second], [microsecond], [offset])`',
    ],
    ['max(1)', '`max` cannot be called with an integer; it is `max(a, b)`'],
    [
      'concat(a, 1)',
      '`concat` cannot be called with a text, an integer; it is `concat(collections…)` or `concat(args…)`',
    ],
    ['concat(nope => 1)', '`concat` cannot be called with an integer; it is `concat(collections…)` or `concat(args…)`'],
    [
      '"abc".substring(0, start => 1)',
      '`substring` cannot be called with a text, an integer, an integer; it is `string.substring(start, [length])`',
    ],
    ['f(1 => 2)', 'there is no function `f`'],
    ['len(1 => 2)', 'what stands before `=>` in a call must be the name of a parameter'],
    ['concat()', 'more than one function fits what it is given'],
    ['1 + a', '`+` cannot be used on an integer, a text'],
    ['-a', '`-` cannot be used on a text'],
    [
      '[1].join()',
      '`join` cannot be called with a list; it is `collection1.join(collection2, predicate, selector)` or `sequence.join(separator)` or `separator.join(sequence)`',
    ],
    ['{1}', '`{…}` cannot be used on an integer'],
    ['[a => 1]', '`[…]` cannot be used on an integer'],
    ['{a => 1}[]', '`[…]` cannot be used on a map'],
    [
      '"abc".zipLongest([1])',
      '`zipLongest` cannot be called with a text, a list; it is `collections….zipLongest(name => …)`',
    ],
    ['let(1) -> nope()', 'there is no function `nope`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('named arguments', () => {
  it.each<[string, Json]>([
    ['"abcabc".replace(old => b, new => x)', 'axcaxc'],
    ['"abcabc".replace(b, new => x, count => 1)', 'axcabc'],
    ['"abcabc".replace(b, count => 1, new => x)', 'axcabc'],
    ['"a,b,c".split(maxSplits => 1, separator => ",")', ['a', 'b,c']],
    ['[1, 2].select(selector => $ * 2)', [2, 4]],
    ['range(start => 1, stop => 3)', [1, 2]],
    ['"abc".isEmpty(,x)', false],
    ['len(sequence => [1, 2])', 2],
    ['len(string => abc)', 3],
    ['bool(value => 1)', true],
    ['max(b => 1, a => 2)', 2],
    ['dict(items => [[a, 1]])', { items: [['a', 1]] }],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'range(1,, step => 2)',
      '`range` cannot be called with an integer, a value that is left out, an integer; it is `range(stop)` or `range(start, stop, [step])`',
    ],
    ['"xx".isEmpty(,chars => x)', 'parse: a value is missing'],
    ['[1, 2, 3].replace(0, x,)', 'parse: expected a value, found `)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../json';
import { integerNumber } from '../../numbers/written-number';
import { tryYaql } from '../fixtures/try-yaql';

describe('variables', () => {
  it.each<[string, ExactJson]>([
    [
      '$',
      {
        data: {
          nums: [3, 1, 2, 3],
          people: [
            { n: 'a', v: 1 },
            { n: 'b', v: 2 },
            { n: 'a', v: 3 },
          ],
          m: { a: 1, b: 2 },
          deep: { k: { x: 1, l: [1, 2] }, j: [3] },
          nest: [[1, 2], [3, [4]], []],
          s: 'Hello World',
          f: 1.5,
          uni: 'é€😀a',
          nul: null,
          empty: [],
        },
      },
    ],
    ['$data', null],
    ['$.data.nul', null],
    ['let(5, 6) -> $1 + $2', 11],
    ['let(5, 6) -> $ + $2', 11],
    ['let(x => 1, y => 2) -> $x + $y', 3],
    ['let(1, 2, z => 3) -> [$, $1, $2, $z]', [1, 1, 2, 3]],
    ['let(a => 1) -> let(b => $a + 1) -> $a + $b', 3],
    ['let(x => 1) -> [2].select($ + $x)', [3]],
    ['with(1, 2) -> $1 + $2', 3],
    ['with($.data.nums) -> $.sum()', 9],
    ['[1, 2].unpack(a, b) -> $a + $b', 3],
    ['[1, 2].unpack() -> $1 + $2', 3],
    ['range(3).unpack(a, b, c) -> $c', 2],
    ['[1, 2].select([$, 3].unpack(x, y) -> $x * $y)', [3, 6]],
    ['let($.data.nums.select($)) -> [$.len(), $.len()]', [4, 0]],
    ['let($.data.nums.select($).memorize()) -> [$.len(), $.len()]', [4, 4]],
    ['let(1) -> $nope', null],
    ['def(f, 5) -> f()', 5],
    ['def(f, $) -> f(1)', 1],
    ['def(f, $2) -> f(1, 2)', 2],
    ['def(f, $a) -> f(a => 1)', 1],
    ['def(f_, $) -> f(1)', 1],
    ['def(f_, $) -> f_(1)', 1],
    ['def(f__, $) -> f(1)', 1],
    ['def(a_b, $) -> aB(1)', 1],
    ['def(_a, $) -> _a(1)', 1],
    ['def("1a_b", $) -> call("1a_b", [1], {})', 1],
    ['def("#a_b", $) -> call("#a_b", [1], {})', 1],
    ['let(1, 2) -> [$, $2]', [1, 2]],
    ['let(a => 1) -> $a', 1],
    ['with(1, 2) -> $2', 2],
    ['[1, 2].unpack(a, b) -> [$a, $b]', [1, 2]],
    ['[1, 2].unpack() -> [$1, $2]', [1, 2]],
    ['[null].unpack(a) -> $a', null],
    ['1.assert($ > 0)', 1],
    ['null.assert(true)', null],
    ['null.assert($ = null)', null],
    ['[1, 2].select($).assert($.len() = 2).sum()', 3],
    ['[1, 2].assert($.len() = 2).sum()', 3],
    ['"ab".assert($ = ab)', 'ab'],
    ['set(1).assert($.len() = 1)', [1]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['let(1) -> $.data', 'an integer has no `data` (did you mean `date`?)'],
    ['let(1)', 'the result has a set of variables in it, which a template has no form for'],
    ['1 -> $', '`->` cannot be used on an expression, an expression'],
    ['with(x => 1) -> $x', '`with` cannot be called with an integer; it is `with(args…)`'],
    ['[1, 2].unpack(a) -> $a', 'the list has not just 1 items for as many names'],
    ['[1].unpack(a, b) -> $a', 'the list has not just 2 items for as many names'],
    ['[1].unpack(1) -> $', '`unpack` cannot be called with a list, an integer; it is `sequence.unpack(args…)`'],
    ['def(a_b, $) -> a_b(1)', 'there is no function `a_b` (did you mean `aB`?)'],
    ['def(a__b, $) -> call(a_B, [1], {})', 'there is no function `a_B` (did you mean `a_b`?)'],
    ['let("" => 1) -> $', 'what stands before `=>` in a call must be the name of a parameter'],
    ['let($a => 1) -> $a', 'what stands before `=>` in a call must be the name of a parameter'],
    ['[1, 2, 3].unpack(a, b) -> $a', 'the list has not just 2 items for as many names'],
    ['range(1000).unpack(a, b) -> $a', 'the list has not just 2 items for as many names'],
    ['1.assert($ > 1)', 'an assertion of the expression does not hold'],
    ['1.assert($ > 1, oops)', 'oops'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('functions of an expression', () => {
  it.each<[string, ExactJson]>([
    ['def(f, $ + 1) -> f(3)', 4],
    ['def(f, $1 * $2) -> f(3, 4)', 12],
    ['def(f, $x + 1) -> f(x => 3)', 4],
    ['def(f, $ + 1) -> [1, 2].select(f($))', [2, 3]],
    ['def(fact, switch($ <= 1 => 1, true => $ * fact($ - 1))) -> fact(20)', integerNumber('2432902008176640000')!],
    ['def(my_fn, 5) -> myFn()', 5],
    ['def(f_, 5) -> f()', 5],
    ['def(len, 5) -> len(1)', 5],
    ['def(len, 5) -> [1, 2].len()', 2],
    ['def("#operator_+", 5) -> 1 + 2', 5],
    ['call(len, [[1, 2, 3]], {})', 3],
    ['call("#operator_+", [1, 2], {})', 3],
    ['call(toUpper, [], {}, abc)', 'ABC'],
    ['call(substring, [0], {length => 2}, abc)', 'ab'],
    ['len_([1, 2])', 2],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['def(my_fn, 5) -> my_fn()', 'there is no function `my_fn` (did you mean `myFn`?)'],
    ['def(f, 5) -> 1.f()', 'there is no method `f`; it is a function: `f(…)`'],
    ['call(nope, [], {})', 'there is no function `nope`'],
    [
      'call(len, [1], {})',
      '`len` cannot be called with an integer; it is `len(sequence)` or `len(dict)` or `len(set)` or `len(collection)` or `len(string)`',
    ],
    ['call(len, [[1]], {1 => 2})', 'the name of a parameter must be a text'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('assertions', () => {
  it.each<[string, ExactJson]>([
    ['5.assert($ > 3)', 5],
    ['[1, 2].select($).assert($.len() = 2)', [1, 2]],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['5.assert($ > 9)', 'an assertion of the expression does not hold'],
    ['5.assert($ > 9, "too small")', 'too small'],
    ['assert(true, true)', 'there is no function `assert`; it is a method: `x.assert(…)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

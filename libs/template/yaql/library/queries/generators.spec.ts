import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('making items', () => {
  it.each<[string, Json]>([
    ['range(3)', [0, 1, 2]],
    ['range(0)', []],
    ['range(-1)', []],
    ['range(1, 3)', [1, 2]],
    ['range(3, 1)', []],
    ['range(3, 0, -1)', [3, 2, 1]],
    ['range(0, 5, 2)', [0, 2, 4]],
    ['range(0, 4, 2)', [0, 2]],
    ['range(0, -4, -2)', [0, -2]],
    ['range(5, 0)', []],
    ['range(true)', [0]],
    ['sequence().take(3)', [0, 1, 2]],
    ['sequence(5).take(2)', [5, 6]],
    ['sequence(5, -2).take(3)', [5, 3, 1]],
    ['sequence(step => 2).take(2)', [0, 2]],
    ['5.repeat(2)', [5, 5]],
    ['a.repeat(0)', []],
    ['null.repeat().take(2)', [null, null]],
    ['[1, 2].cycle().take(5)', [1, 2, 1, 2, 1]],
    ['[].cycle()', []],
    ['range(2).cycle().take(5)', [0, 1, 0, 1, 0]],
    ['generate(0, $ < 5, $ + 1)', [0, 1, 2, 3, 4]],
    ['generate(0, $ < 5, $ + 2, $ * 10)', [0, 20, 40]],
    ['generate(5, $ < 5, $ + 1)', []],
    ['generate(1, true, $ mod 3 + 1, decycle => true)', [1, 2, 3]],
    ['generate(1, true, $).take(2)', [1, 1]],
    ['generateMany(1, switch($ < 4 => [$ * 2, $ * 2 + 1], true => []))', [1, 2, 3, 4, 5, 6, 7]],
    ['generateMany(1, switch($ < 4 => [$ * 2, $ * 2 + 1], true => []), depthFirst => true)', [1, 2, 4, 5, 3, 6, 7]],
    ['generateMany(1, switch($ < 4 => [$ * 2], true => []), -$)', [-1, -2, -4]],
    ['generateMany(1, [1, 2], decycle => true)', [1, 2]],
    ['generateMany(1, [2, 1], decycle => true, depthFirst => true)', [1, 2]],
    ['generateMany(1, [$ + 1, $ + 2]).take(5)', [1, 2, 3, 3, 4]],
    ['generateMany(a, switch($ = a => {b => 1, c => 2}, true => []))', ['a', 'b', 'c']],
    ['generateMany(a, switch($ = a => bc, true => []))', ['a', 'b', 'c']],
    ['generate(1, $ < 20, ($ + 1) mod 4, decycle => 1 = 1)', [1, 2, 3, 0]],
    ['generate(1, $ < 5, $ + 1)', [1, 2, 3, 4]],
    ['generate(1, $ < 5, $ + 1, $ * 2)', [2, 4, 6, 8]],
    ['generateMany(1, [], $,, true)', [1]],
    [
      'generateMany(1, switch($ < 8 => [$ * 2, $ * 2 + 1], true => []))',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    ],
    [
      'generateMany(1, switch($ < 8 => [$ * 2, $ * 2 + 1], true => []), depthFirst => true)',
      [1, 2, 4, 8, 9, 5, 10, 11, 3, 6, 12, 13, 7, 14, 15],
    ],
    ['generateMany(1, range($, $ + 3).where($ < 6), $ * 10, true)', [10, 20, 30, 40, 50]],
    ['generateMany(1, range(1, 100)).take(3)', [1, 1, 2]],
    ['range(0, 3, -1)', []],
    ['range(3, 0)', []],
    ['range(0, 10, 3)', [0, 3, 6, 9]],
    ['range(5, 5)', []],
    ['1.repeat(3)', [1, 1, 1]],
    ['1.repeat(0)', []],
    ['1.repeat().take(2)', [1, 1]],
    ['[].cycle().take(5)', []],
    ['[1, 2].select($ + 1).cycle().take(5)', [2, 3, 2, 3, 2]],
    ['range(3).cycle().take(7)', [0, 1, 2, 0, 1, 2, 0]],
    ['range(150).distinct().len()', 150],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['range(0, 1, 0)', 'the step of a range cannot be zero'],
    ['range(a)', '`range` cannot be called with a text; it is `range(stop)` or `range(start, stop, [step])`'],
    ['range(1.5)', '`range` cannot be called with a float; it is `range(stop)` or `range(start, stop, [step])`'],
    ['range()', '`range` cannot be called with nothing; it is `range(stop)` or `range(start, stop, [step])`'],
    ['generateMany(1, 5)', 'an integer cannot be gone through'],
    ['generate([1].insert(0, 2), true, $, decycle => true)', 'a list cannot be a key, or be in a set'],
    ['generateMany(1, range(1, 100).toList()).take(150).len()', 'a value takes more than the limit of 10000 bytes'],
    ['generateMany(0, range(0, 150)).take(200).len()', 'a value takes more than the limit of 10000 bytes'],
    ['generateMany(0, range(0, 199)).take(50).len()', 'a value takes more than the limit of 10000 bytes'],
    ['range(1, 4, 0)', 'the step of a range cannot be zero'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

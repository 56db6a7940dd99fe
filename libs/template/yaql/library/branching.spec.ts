import type { Json } from '#contracts';
import { tryYaql } from '../fixtures/try-yaql';

describe('choosing among expressions', () => {
  it.each<[string, Json]>([
    ['switch(1 > 2 => a, true => b)', 'b'],
    ['switch(0 => a, 1 => b, nope() => c)', 'b'],
    ['switch(1 > 2 => nope(), true => b)', 'b'],
    ['switch(1 > 2 => a)', null],
    ['switch(true => null)', null],
    ['switch()', null],
    ['selectCase(false, 0, true, nope())', 2],
    ['selectCase(false)', 1],
    ['selectCase(false, false)', 2],
    ['selectCase()', 0],
    ['selectAllCases(true, false, 1)', [0, 2]],
    ['selectAllCases()', []],
    ['examine(true, 0, a)', [true, false, true]],
    ['1.switchCase(a, b, nope())', 'b'],
    ['0.switchCase(a, b)', 'a'],
    ['2.switchCase(a, b, c)', 'c'],
    ['3.switchCase(a, b, c)', 'c'],
    ['9.switchCase(a, b)', 'b'],
    ['(-1).switchCase(a, b)', 'b'],
    ['0.switchCase()', null],
    ['0.switchCase(null)', null],
    ['true.switchCase(a, b)', 'b'],
    ['coalesce(null, 2, nope())', 2],
    ['coalesce(false, 1)', false],
    ['coalesce(null)', null],
    ['coalesce()', null],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['switch(1)', '`switch` cannot be called with an expression; it is `switch(args…)`'],
    ['switch(a => 1, 2)', 'parse: expected `=>`, found `)`'],
    ['5.selectCase(true)', 'there is no method `selectCase`; it is a function: `selectCase(…)`'],
    ['a.switchCase(b)', '`switchCase` cannot be called with a text, an expression; it is `case.switchCase(args…)`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

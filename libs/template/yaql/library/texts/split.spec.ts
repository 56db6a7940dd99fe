import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('texts cut and trimmed', () => {
  it.each<[string, Json]>([
    ['isEmpty("", false)', true],
    ['isEmpty(null, false)', true],
    ['isEmpty(" ", false)', false],
    ['isEmpty(" ")', true],
    ['isEmpty(null)', true],
    ['isEmpty("xx", true, x)', true],
    ['isEmpty("xx", chars => x)', true],
    ['"a b c".rightSplit(" ", 1)', ['a b', 'c']],
    ['"a b c".rightSplit(maxSplits => 1)', ['a b', 'c']],
    ['"a b c".split(" ", 1)', ['a', 'b c']],
    ['"a b c".split(maxSplits => 1)', ['a', 'b c']],
    ['"  a  b  c  ".split(maxSplits => 1)', ['a', 'b  c  ']],
    ['"  a  b  c  ".rightSplit(maxSplits => 1)', ['  a  b', 'c']],
    ['"  a  b  c  ".split()', ['a', 'b', 'c']],
    ['"  a  b".split(maxSplits => 2)', ['a', 'b']],
    ['"a b ".split(maxSplits => 2)', ['a', 'b']],
    ['"a b ".split(maxSplits => 1)', ['a', 'b ']],
    ['"a ".split(maxSplits => 5)', ['a']],
    ['"a".split(maxSplits => 5)', ['a']],
    ['"".split()', []],
    ['" ".split()', []],
    ['"a,b".split(",", 2)', ['a', 'b']],
    ['"a,b".rightSplit(",", 2)', ['a', 'b']],
    ['"a,b".split(",", 1)', ['a', 'b']],
    ['"a,b".split(",", 0)', ['a,b']],
    ['"a,b".rightSplit(",", 0)', ['a,b']],
    ['"xxaxx".trim(x)', 'a'],
    ['"xx".trim(x)', ''],
    ['"xx".trimLeft(x)', ''],
    ['"xx".trimRight(x)', ''],
    ['"   ".trim()', ''],
    ['"😀a😀".trim("😀")', 'a'],
    ['"".trim()', ''],
    ['norm("  ")', null],
    ['norm(" a ")', 'a'],
    ['norm(null)', null],
    ['norm("xax", x)', 'a'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });
});

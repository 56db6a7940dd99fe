import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('matching', () => {
  it.each<[string, Json]>([
    ['"abc".matches("b")', true],
    ['"abc".matches("^b")', false],
    ['"abc".matches("B")', false],
    ['"ab\\n".matches("b$")', true],
    ['"ab\\n".matches("^b")', false],
    ['"a\\n\\n".matches("a$")', false],
    ['"10.0.0.1".matches(`^\\d+\\.\\d+`)', true],
    ['regex(b).matches("abc")', true],
    ['regex("B", ignoreCase => true).matches("abc")', true],
    ['regex("^b", multiLine => true).matches("a\\nb")', true],
    ['regex("^b").matches("a\\nb")', false],
    ['regex("a.b", dotAll => true).matches("a\\nb")', true],
    ['regex("a.b").matches("a\\nb")', false],
    ['regex("A", true, null, null).matches("a")', true],
    ['"abc" =~ "b"', true],
    ['"abc" =~ "x"', false],
    ['"abc" =~ regex(b)', true],
    ['"abc" !~ "b"', false],
    ['"abc" !~ regex(x)', true],
    ['"a" in [a] and "abc" =~ "c$"', true],
    ['isRegex(regex(a))', true],
    ['isRegex(a)', false],
    ['escapeRegex("a.b*c [d]-e/f\\n")', 'a\\.b\\*c\\ \\[d\\]\\-e/f\\\n'],
    ['regex(escapeRegex("a.b")).matches("axb")', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"abc".matches("(")', 'a regular expression cannot be taken: error parsing regexp: missing closing ): `(`'],
    ['regex("(?=a)b")', 'a regular expression cannot be taken: looking ahead (`(?=`, `(?!`) is not supported'],
    [
      'regex(`(a)\\1`)',
      'a regular expression cannot be taken: references back to a group (`\\1`, `(?P=`) are not supported',
    ],
    ['1 =~ a', '`=~` cannot be used on an integer, a text'],
    ['"a" =~ 1', '`=~` cannot be used on a text, an integer'],
    ['"a" !~ 1', '`!~` cannot be used on a text, an integer'],
    [
      'regex(1)',
      '`regex` cannot be called with an integer; it is `regex(pattern, [ignoreCase], [multiLine], [dotAll])`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('searching and splitting', () => {
  it.each<[string, Json]>([
    ['regex("[0-9]+").search("ab12cd34")', '12'],
    ['regex("[0-9]+").search("abc")', null],
    ['regex("([a-z])([0-9])").search("ab12", [$.value, $2.value, $3.start, $3.end])', ['b1', 'b', 2, 3]],
    ['regex("(x)?a").search("a", $2)', { value: null, start: -1, end: -1 }],
    ['regex("é").search("😀é", $.start)', 1],
    ['regex("[0-9]+").search("abc", nope())', null],
    ['regex("[0-9]+").searchAll("ab12cd34")', ['12', '34']],
    ['regex("[0-9]").searchAll("a1b2", $.value + "!")', ['1!', '2!']],
    ['regex("[0-9]").searchAll("abc")', []],
    ['regex("x*").searchAll("axb")', ['', 'x', '', '']],
    ['regex("").searchAll("😀")', ['', '']],
    ['regex("[0-9]").split("a1b2c")', ['a', 'b', 'c']],
    ['regex("([0-9])").split("a1b2c")', ['a', '1', 'b', '2', 'c']],
    ['regex("[0-9]").split("a1b2c", 1)', ['a', 'b2c']],
    ['regex("[0-9]").split("a1b2c", 2)', ['a', 'b', 'c']],
    ['regex("[0-9]").split("a1b2c", -1)', ['a1b2c']],
    ['regex("x").split("")', ['']],
    ['regex("").split("ab")', ['', 'a', 'b', '']],
    ['regex("(x)?b").split("abc")', ['a', null, 'c']],
    ['"a1b2c".split(regex("[0-9]"))', ['a', 'b', 'c']],
    ['"a1b2c".split(regex("[0-9]"), 1)', ['a', 'b2c']],
    ['regex("(?P<d>[0-9])").search("a1")', '1'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'regex("(?P<d>[0-9])").search("a1", $.value)',
      'an expression cannot be given named groups; leave out their names, and use `$2`, `$3` and so on',
    ],
    [
      'regex("a").search(1)',
      '`search` cannot be called with a regular expression, an expression; it is `regexp.search(string, [selector])`',
    ],
    ['regex(a).searchAll("aa", $).distinct()', 'a map cannot be a key, or be in a set'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('replacing', () => {
  it.each<[string, Json]>([
    ['regex("[0-9]").replace("a1b2", "#")', 'a#b#'],
    ['regex("[0-9]").replace("a1b2", "#", 1)', 'a#b2'],
    ['regex("[0-9]").replace("a1b2", "#", 2)', 'a#b#'],
    ['regex("[0-9]").replace("a1b2", "#", -1)', 'a1b2'],
    ['"a1b2".replace(regex("[0-9]"), "#")', 'a#b#'],
    ['"a1b2".replace(regex("[0-9]"), "#", 1)', 'a#b2'],
    ['regex("([0-9])").replace("a1b2", `<\\1>`)', 'a<1>b<2>'],
    ['regex("([a-z])([0-9])").replace("a1b2", `\\2\\1`)', '1a2b'],
    ['regex("([0-9])").replace("a1b2", `<\\g<1>\\g<0>>`)', 'a<11>b<22>'],
    ['regex("(?P<d>[0-9])").replace("a1b2", `<\\g<d>>`)', 'a<1>b<2>'],
    ['regex("(x)?[0-9]").replace("a1b2", `<\\1>`)', 'a<>b<>'],
    ['regex("[0-9]").replace("a1", `\\.`)', 'a\\.'],
    ['regex("[0-9]").replace("a1", `\\n\\t\\\\`)', 'a\n\t\\'],
    ['regex("[0-9]").replace("a1", `\\0\\101\\08`)', 'a\u0000A\u00008'],
    ['regex("x*").replace("abxd", "-")', '-a-b--d-'],
    ['regex("").replace("ab", "-")', '-a-b-'],
    ['regex("([0-9])").replaceBy("a1b2", $.value + "!")', 'a1!b2!'],
    ['regex("([0-9])").replaceBy("a1b2", $2.value + $2.value)', 'a11b22'],
    ['regex("([0-9])").replaceBy("a1b2", str($.start))', 'a1b3'],
    ['regex("([0-9])").replaceBy("a1b2", null)', 'ab'],
    ['regex("([0-9])").replaceBy("a1b2", "x", 1)', 'axb2'],
    ['"a1b2".replaceBy(regex("[0-9]"), "<" + $.value + ">")', 'a<1>b<2>'],
    ['"a1b2".replaceBy(regex("[0-9]"), "x", 1)', 'axb2'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['regex("[0-9]").replace("a1", `\\g<1>`)', 'the regular expression has no group 1'],
    ['regex("[0-9]").replace("a1", `\\1`)', 'the regular expression has no group 1'],
    ['regex("[0-9]").replace("a1", `\\g<d>`)', 'the regular expression has no group `d`'],
    ['regex("[0-9]").replace("a1", `\\q`)', '`\\q` means nothing in a replacement'],
    [
      'regex("([0-9])").replaceBy("a1", $.start)',
      'what stands in place of a match must be a text; make one with `str(…)`',
    ],
    [
      'regex("(?P<d>[0-9])").replaceBy("a1", $.value)',
      'an expression cannot be given named groups; leave out their names, and use `$2`, `$3` and so on',
    ],
    ['regex(a).replace("a" * 9000, "b" * 9000)', 'a value takes more than the limit of 10000 bytes'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

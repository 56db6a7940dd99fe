import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('texts', () => {
  it.each<[string, Json]>([
    ['"a" + "b"', 'ab'],
    ['concat(a, b, c)', 'abc'],
    ['concat(a)', 'a'],
    ['"ab" * 2', 'abab'],
    ['2 * "ab"', 'abab'],
    ['"ab" * 0', ''],
    ['"ab" * -1', ''],
    ['"ab" * true', 'ab'],
    ['"b" in "abc"', true],
    ['"x" in "abc"', false],
    ['"" in ""', true],
    ['"abc".len()', 3],
    ['len("")', 0],
    ['$.data.uni.len()', 4],
    ['"aß".toUpper()', 'ASS'],
    ['"AB".toLower()', 'ab'],
    ['$.data.uni.toCharArray()', ['é', '€', '😀', 'a']],
    ['"abc".startsWith(a)', true],
    ['"abc".startsWith(x, ab)', true],
    ['"abc".startsWith(x)', false],
    ['"abc".startsWith()', false],
    ['"abc".endsWith(c)', true],
    ['"abc".endsWith(x, bc)', true],
    ['"abc".endsWith(x)', false],
    ['isString(a)', true],
    ['isString(1)', false],
    ['isString(null)', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['concat()', 'more than one function fits what it is given'],
    [
      'concat(a, 1)',
      '`concat` cannot be called with a text, an integer; it is `concat(collections…)` or `concat(args…)`',
    ],
    ['"a" + 1', '`+` cannot be used on a text, an integer'],
    ['"a" * 1.5', '`*` cannot be used on a text, a float'],
    ['1 in "abc"', '`in` cannot be used on an integer, a text'],
    [
      '"a".startsWith(1)',
      '`startsWith` cannot be called with a text, an integer; it is `string.startsWith(prefixes…)`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('splitting and joining', () => {
  it.each<[string, Json]>([
    ['"a,b,,c".split(",")', ['a', 'b', '', 'c']],
    ['"a,b,c".split(",", 1)', ['a', 'b,c']],
    ['"a,b,c".split(",", 0)', ['a,b,c']],
    ['"a,b,c".split(",", 9)', ['a', 'b', 'c']],
    ['"a,b,c".split(",", 2)', ['a', 'b', 'c']],
    ['" a  b ".split()', ['a', 'b']],
    ['" a  b c ".split(null, 1)', ['a', 'b c ']],
    ['" a  b  ".split(null, 1)', ['a', 'b  ']],
    ['"a b c".split(maxSplits => 1)', ['a', 'b c']],
    ['"a b".split(null, 0)', ['a b']],
    ['"\\ta\\u00a0b\\u2003c\\x1cd".split()', ['a', 'b', 'c', 'd']],
    ['"".split()', []],
    ['"".split(",")', ['']],
    ['"a--b".split("--")', ['a', 'b']],
    ['"a,b,c".rightSplit(",", 1)', ['a,b', 'c']],
    ['"a,b,c".rightSplit(",")', ['a', 'b', 'c']],
    ['"a,b,c".rightSplit(",", 0)', ['a,b,c']],
    ['"a b c".rightSplit(null, 1)', ['a b', 'c']],
    ['" a b  c ".rightSplit(null, 1)', [' a b', 'c']],
    ['"a😀 b".rightSplit()', ['a😀', 'b']],
    ['[a, b].join("-")', 'a-b'],
    ['"-".join([a, b])', 'a-b'],
    ['"-".join([1, null, true, 1.5, [1]])', '1-null-true-1.5-(1,)'],
    ['range(3).join(", ")', '0, 1, 2'],
    ['[].join("-")', ''],
    ['"-".join({a => 1}.keys())', 'a'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"abc".split("")', 'a separator cannot be an empty text'],
    [
      '"abc".split(1)',
      '`split` cannot be called with a text, an integer; it is `string.split([separator], [maxSplits])` or `regexp.split(string, [maxSplit])` or `string.split(regexp, [maxSplit])`',
    ],
    [
      '"-".join(abc)',
      '`join` cannot be called with a text, an expression; it is `collection1.join(collection2, predicate, selector)` or `sequence.join(separator)` or `separator.join(sequence)`',
    ],
    [
      '"-".join({a => 1})',
      '`join` cannot be called with a text, a map; it is `collection1.join(collection2, predicate, selector)` or `sequence.join(separator)` or `separator.join(sequence)`',
    ],
    ['[[1].select($)].join("-")', 'an iterator has no text of its own; make a list of it with `toList()`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('trimming and replacing', () => {
  it.each<[string, Json]>([
    ['" a b ".trim()', 'a b'],
    ['"\\u00a0\\ta\\x1c\\ufeff".trim()', 'a\u001c﻿'],
    ['"xyaxy".trim("yx")', 'a'],
    ['"xax".trim(x)', 'a'],
    ['" a ".trim(null)', 'a'],
    ['" a ".trimLeft()', 'a '],
    ['"xax".trimLeft(x)', 'ax'],
    ['" a ".trimRight()', ' a'],
    ['"xax".trimRight(x)', 'xa'],
    ['"  ".trim()', ''],
    ['norm(" a ")', 'a'],
    ['norm("  ")', null],
    ['norm(null)', null],
    ['"xax".norm(x)', 'a'],
    ['null.norm()', null],
    ['isEmpty(null)', true],
    ['isEmpty("")', true],
    ['isEmpty(" ")', true],
    ['isEmpty(" ", false)', false],
    ['isEmpty(" ", trim => false)', false],
    ['isEmpty("xx", true, x)', true],
    ['isEmpty("xx", false, x)', false],
    ['"x".isEmpty()', false],
    ['"abcabc".replace(b, x)', 'axcaxc'],
    ['"abcabc".replace(b, x, 1)', 'axcabc'],
    ['"abcabc".replace(b, x, 0)', 'abcabc'],
    ['"abcabc".replace(b, x, 9)', 'axcaxc'],
    ['"abc".replace(b, "")', 'ac'],
    ['"abc".replace("", "-")', '-a-b-c-'],
    ['"abc".replace("", "-", 2)', '-a-bc'],
    ['"abc".replace({a => 1, b => null})', '1nullc'],
    ['"ab".replace({a => b, b => c})', 'cc'],
    ['"aab".replace({a => x}, 1)', 'xab'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      '"abc".replace(b)',
      '`replace` cannot be called with a text, a text; it is `collection.replace(position, value, [count])` or `string.replace(old, new, [count])` or `string.replace(replacements, [count])` or `regexp.replace(string, repl, [count])` or `string.replace(regexp, repl, [count])` or `dt.replace([year], [month], [day], [hour], [minute], [second], [microsecond], [offset])`',
    ],
    [
      '"abc".replace(b, 1)',
      '`replace` cannot be called with a text, a text, an integer; it is `collection.replace(position, value, [count])` or `string.replace(old, new, [count])` or `string.replace(replacements, [count])` or `regexp.replace(string, repl, [count])` or `string.replace(regexp, repl, [count])` or `dt.replace([year], [month], [day], [hour], [minute], [second], [microsecond], [offset])`',
    ],
    ['"abc".trim(1)', '`trim` cannot be called with a text, an integer; it is `string.trim([chars])`'],
    ['isEmpty(1)', '`isEmpty` cannot be called with an integer; it is `isEmpty(string, [trim], [chars])`'],
    ['("a" * 9000).replace(a, "b" * 9000)', 'a value takes more than the limit of 10000 bytes'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('values as texts', () => {
  it.each<[string, Json]>([
    ['str(1)', '1'],
    ['str(1.0)', '1.0'],
    ['str(1.5)', '1.5'],
    ['str(123456789012345678901234567890)', '123456789012345678901234567890'],
    ['str(pow(10.0, 16))', '1e+16'],
    ['str(pow(10.0, 15))', '1000000000000000.0'],
    ['str(0.0001)', '0.0001'],
    ['str(0.00001)', '1e-05'],
    ['str(float("-inf"))', '-inf'],
    ['str(float(nan))', 'nan'],
    ['str(null)', 'null'],
    ['str(true)', 'true'],
    ['str(abc)', 'abc'],
    ['str([1, "a", null, true, 1.5])', "(1, 'a', None, True, 1.5)"],
    ['str([])', '()'],
    ['str([1])', '(1,)'],
    ['str({a => 1, 2 => [b]})', "{'a': 1, 2: ('b',)}"],
    ['str({})', '{}'],
    ['str("a b".split())', "['a', 'b']"],
    ['str("it\'s")', "it's"],
    ['str(["it\'s", \'say "hi"\', "both \' \\""])', "(\"it's\", 'say \"hi\"', 'both \\' \"')"],
    [
      'str(["a\\nb\\t\\\\\\r", "é€😀", "\\x00\\x7f\\xa0\\u200b\\u2028"])',
      "('a\\nb\\t\\\\\\r', 'é€😀', '\\x00\\x7f\\xa0\\u200b\\u2028')",
    ],
    ['str({a => 1}.keys())', "KeysView({'a': 1})"],
    ['str({a => 1}.values())', "ValuesView({'a': 1})"],
    ['str({a => 1}.items())', "ItemsView({'a': 1})"],
    ['str({a => 1}.delete(b).keys())', "dict_keys(['a'])"],
    ['str({a => 1}.delete(b).values())', 'dict_values([1])'],
    ['str({a => 1}.delete(b).items())', "dict_items([('a', 1)])"],
    ['str(regex("a"))', "re.compile('a')"],
    ['str(regex("a", true, true, true))', "re.compile('a', re.IGNORECASE|re.MULTILINE|re.DOTALL)"],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['str(range(3))', 'an iterator has no text of its own; make a list of it with `toList()`'],
    ['str([2, 1].orderBy($))', 'an ordered list has no text of its own; make a list of it with `toList()`'],
    ['str(let(1))', 'a set of variables has no text of its own'],
    ['str(pow(10, 4300))', 'an integer has more than the limit of 4300 digits'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

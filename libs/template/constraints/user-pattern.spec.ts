import { compileUserPattern } from './user-pattern';

function matches(pattern: string, text: string): boolean | string {
  const compiled = compileUserPattern(pattern);
  return compiled.ok ? compiled.matches(text) : compiled.detail;
}

describe('a pattern of Python’s', () => {
  it.each<[string, string, boolean]>([
    ['[a-z]+', 'abc', true],
    ['[a-z]+', 'abc\n', false],
    ['[a-z]+$', 'abc', true],
    ['a|ab', 'ab', false],
    ['(?:ab|a)c?', 'abc', true],
    ['\\A\\w+\\Z', 'wörd', true],
    ['\\w+', 'a b', false],
    ['\\W+', '. -', true],
    ['[\\w.]+', 'é.1', true],
    ['[^\\s]+', 'a b', false],
    ['\\d{,3}', '123', true],
    ['\\d{,3}', '1234', false],
    ['\\D', 'x', true],
    ['\\S', ' ', false],
    ['[]a]+', ']a', true],
    ['[^]a]+', 'b', true],
    ['[a[]+', '[a', true],
    ['\\u00e9\\U0001f600', 'é😀', true],
    ['(?P<x>a)b', 'ab', true],
    ['(?i)abc', 'ABC', true],
    ['[\\b]', '\b', true],
    ['.*', 'a\nb', false],
    ['\\[x\\]', '[x]', true],
  ])('%s on %j: %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['a(?=b)b', 'looking ahead (`(?=`, `(?!`) is supported only at the beginning'],
    ['a(?!b)c', 'looking ahead'],
    ['(?=a)(b(?=c))c', 'looking ahead'],
    ['((?=a)a)b', 'looking ahead'],
    ['(?=(?<=a)b)b', 'looking behind'],
    ['(?=a', 'looking ahead'],
    ['(?<=a)b', 'looking behind'],
    ['(?P<x>a)(?P=x)', 'references back'],
    ['(a)\\1', 'references back'],
    ['(a)?(?(1)b|c)', 'conditional groups'],
    ['(?<n>a)', 'groups are named with `(?P<`'],
    ['[', 'missing closing ]'],
    ['a{5000}', 'invalid repeat count'],
  ])('%s cannot be taken, and that is named', (pattern, detail) => {
    expect(matches(pattern, 'x')).toContain(detail);
  });

  it.each<[string, string, boolean]>([
    ['(?=.*\\d)(?=.*[a-z]).{3,}', 'ab1', true],
    ['(?=.*\\d)(?=.*[a-z]).{3,}', 'abc', false],
    ['(?=.*\\d)(?=.*[a-z]).{3,}', 'a1', false],
    ['^(?!admin).+$', 'user', true],
    ['^(?!admin).+$', 'administrator', false],
    ['\\A(?!.*["\\r\\n]).*$', 'a"b', false],
    ['(?=a)b', 'b', false],
    ['(?=a)', '', false],
    ['(?=a)a|b', 'b', true],
    ['(?=a)ab|(?!a)b|c', 'ab', true],
    ['(?=a)ab|(?!a)b|c', 'b', true],
    ['(?=a)ab|(?!a)b|c', 'c', true],
    ['(?=a)a|ab', 'ab', false],
    ['(?=^.{3,5}$)((?=.*\\d)(?=.*[A-Z])|(?=.*[a-z])(?=.*[A-Z]))^.*', 'A12', true],
    ['(?=^.{3,5}$)((?=.*\\d)(?=.*[A-Z])|(?=.*[a-z])(?=.*[A-Z]))^.*', 'Abc', true],
    ['(?=^.{3,5}$)((?=.*\\d)(?=.*[A-Z])|(?=.*[a-z])(?=.*[A-Z]))^.*', 'abc', false],
    ['(?=^.{3,5}$)((?=.*\\d)(?=.*[A-Z])|(?=.*[a-z])(?=.*[A-Z]))^.*', 'Abcdef', false],
    ['(?:(?=a)){2}ab', 'ab', true],
    ['(?=b){2}ab', 'ab', false],
    ['(?=b)+ab', 'ab', false],
    ['(?=b)*ab', 'ab', true],
    ['(?=b)?ab', 'ab', true],
    ['(?=b){0,2}ab', 'ab', true],
    ['a(?=[x)])*b', 'ab', true],
    ['((?=b)?|(?=c))(|(?!a))a', 'a', true],
    ['(?i)(?=.*X)[a-z]+', 'axb', true],
    ['(?i)(?=.*X)[a-z]+', 'ABX', true],
    ['(?i)(?=.*X)[a-z]+', 'ABC', false],
    ['(?=[(|)])[(]a', '(a', true],
    ['(?=[])])[])x]+', ')x', true],
    ['(?=[^])])[]x]+', 'x]', true],
    ['(?=\\(|\\))[()]+', '()', true],
    ['(?=(?=a)ab)abc', 'abc', true],
    ['(?=(?!ab))a.', 'ac', true],
    ['(?=(?!ab))a.', 'ab', false],
  ])('that looks ahead from the beginning: %s on %j is %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('cannot stall the process', () => {
    expect(matches('(a+)+$', `${'a'.repeat(50_000)}b`)).toBe(false);
    expect(matches('(x*)*y', 'x'.repeat(50_000))).toBe(false);
    expect(matches('(?=(x+)+y)x*', 'x'.repeat(50_000))).toBe(false);
    expect(typeof matches(`${'('.repeat(20_000)}(?=a)${')'.repeat(20_000)}`, 'a')).toBe('string');
    expect(matches('(?=a)'.repeat(2_000) + 'a', 'a')).toBe(true);
  });

  it('is read again when too many others came', () => {
    for (let index = 0; index < 600; index += 1) matches(`many${index}`, 'x');
    expect(matches('[a-z]+', 'abc')).toBe(true);
  });
});

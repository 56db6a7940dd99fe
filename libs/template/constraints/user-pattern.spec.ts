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
    ['(?=.*\\d)\\w+', 'a1', true],
    ['(?!.*\\d)\\w+', 'a1', false],
    ['\\w+(?<=1)', 'a1', true],
    ['\\w+(?<!1)', 'a1', false],
  ])('%s on %j: %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['(?P<x>a)(?P=x)', 'references back'],
    ['(a)\\1', 'references back'],
    ['(a)?(?(1)b|c)', 'conditional groups'],
    ['(?<n>a)', 'groups are named with `(?P<`'],
    ['[', 'missing closing ]'],
    ['a{5000}', 'invalid repeat count'],
  ])('%s cannot be taken, and that is named', (pattern, detail) => {
    expect(matches(pattern, 'x')).toContain(detail);
  });

  it('cannot stall the process', () => {
    expect(matches('(a+)+$', `${'a'.repeat(50_000)}b`)).toBe(false);
    expect(matches('(x*)*y', 'x'.repeat(50_000))).toBe(false);
  });

  it('is read again when too many others came', () => {
    for (let index = 0; index < 600; index += 1) matches(`many${index}`, 'x');
    expect(matches('[a-z]+', 'abc')).toBe(true);
  });
});

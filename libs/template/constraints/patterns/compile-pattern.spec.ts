import { compileLooking } from './compile-pattern';

function matches(pattern: string, text: string): boolean | string {
  const compiled = compileLooking(pattern);
  return compiled.ok ? compiled.matches(text) : compiled.detail;
}

/** What Python 3.11 answers to `re.compile(pattern).match(text)`, if the match reaches the end of the text. */
describe('a pattern that looks ahead or behind', () => {
  it.each<[string, string, boolean]>([
    ['(?=^.{6,255}$)((?=.*\\d)(?=.*[A-Z])(?=.*[a-z])|(?=.*\\d)(?=.*[^A-Za-z0-9])(?=.*[a-z]))^.*', 'Passw0rd', true],
    ['(?=^.{6,255}$)((?=.*\\d)(?=.*[A-Z])(?=.*[a-z])|(?=.*\\d)(?=.*[^A-Za-z0-9])(?=.*[a-z]))^.*', 'password', false],
    ['(?=^.{6,255}$)((?=.*\\d)(?=.*[A-Z])(?=.*[a-z])|(?=.*\\d)(?=.*[^A-Za-z0-9])(?=.*[a-z]))^.*', 'pa$$w0rd', true],
    ['(?=^.{6,255}$)((?=.*\\d)(?=.*[A-Z])(?=.*[a-z])|(?=.*\\d)(?=.*[^A-Za-z0-9])(?=.*[a-z]))^.*', 'Pa0', false],
    ['^(?!.*["\\r\\n\\f]).*$', 'plain', true],
    ['^(?!.*["\\r\\n\\f]).*$', 'quo"te', false],
    ['[A-Za-z0-9]+(?=[\\.\\-][a-z])*\\.[a-z]+', 'a.b', true],
    ['(?!a|b).', 'c', true],
    ['(?!a|b).', 'b', false],
    ['a(?=b)', 'ab', false],
    ['a(?=b)b', 'ab', true],
    ['(?=ab|ba)[ab]+', 'ba', true],
    ['.*(?<=b)', 'ab', true],
    ['.*(?<=b)', 'ba', false],
    ['.*(?<!b)', 'ba', true],
    ['(?<=a)b', 'b', false],
    ['a(?<=a)b', 'ab', true],
    ['ab(?<!ab)', 'ab', false],
    ['(?<!ab)c', 'c', true],
    ['a(?!b(?=c))..', 'abd', true],
    ['a(?!b(?=c))..', 'abc', false],
    ['(?=.{2})a{2,3}', 'aaa', true],
    ['(?=.)a{2,3}', 'a', false],
    ['(?=.)a{2,3}', 'aaaa', false],
    ['(?=.)a{,2}', 'aa', true],
    ['(?=.)a{2}', 'aa', true],
    ['(?=.)a{2,}', 'aaaa', true],
    ['(?=.)a{}', 'a{}', true],
    ['(?=.)a{x}', 'a{x}', true],
    ['(?=.)(?:a|ab)', 'ab', false],
    ['(?=.)(?:ab|a)', 'ab', true],
    ['(?=.)a??b', 'ab', true],
    ['(?=.)a+?', 'aa', false],
    ['(?=.)a*?', 'aa', false],
    ['(?=.)(?P<n>a)(b)', 'ab', true],
    ['(?=.)\\w\\d\\s', 'é٣\u2003', true],
    ['(?=.)\\W\\D\\S', '.é😀', true],
    ['(?=.)\\W', 'a', false],
    ['(?=.)[\\w.]+', 'é.1', true],
    ['(?=.)[^\\s]', '\u001c', false],
    ['(?=.)[a-c]+', 'abc', true],
    ['(?=.)[a-c]', 'd', false],
    ['(?=.)[]-]+', ']-', true],
    ['(?=.)[^]]', ']', false],
    ['(?=.)[a-]', '-', true],
    ['(?=.)[\\]]', ']', true],
    ['(?=.)[[]', '[', true],
    ['(?=.)[\\b]', '\u0008', true],
    ['(?=.)\\.\\x41\\u00e9\\U0001f600\\0\\012', '.Aé😀\u0000\n', true],
    ['(?=\n)\\n', '\n', true],
    ['(?=.)\\a\\f\\r\\t\\v', '\u0007\u000c\r\t\u000b', true],
    ['(?!x).', '\n', false],
    ['(?=.)😀', '😀', true],
    ['(?=.)[😀]{2}', '😀😀', true],
    ['(?=.)a$', 'a', true],
    ['(?=.)a$\\n', 'a\n', true],
    ['(?=.)a$.?', 'a\n', false],
    ['(?=.)a\\Z', 'a', true],
    ['(?=.)a\\Z\\n', 'a\n', false],
    ['(?=.)\\Aa^', 'a', false],
    ['(?=.)a^', 'a', false],
    ['(?=.)a\\b.b', 'a b', true],
    ['(?=.)a\\Bb', 'ab', true],
    ['(?=.)a\\bb', 'ab', false],
    ['(?!x)\\B', '', false],
    ['(?!x)\\b', '', false],
    ['(?=.)(?#no)a(?#x)+', 'aaa', true],
    ['(?!x)', '', true],
    ['(?!x)|a', 'a', false],
    ['(?=a)*b', 'b', true],
    ['(?=a)+b', 'b', false],
    ['(?:(?=a)a|b)*c', 'abac', true],
    ['(?:(?!b).)*', 'aab', false],
    ['(?=.)\\b-', '-', false],
    ['(?=.)\\ba\\b', 'a', true],
    ['(?=.)[a-cx]+', 'cxb', true],
    ['(?=.)[a-a]', 'a', true],
    ['(?=.)[\\x61-\\x63z]+', 'czb', true],
    ['(?=.)[a-c]', 'c', true],
    ['(?=.)\\U0010ffff', '\u{10ffff}', true],
    ['(?=.)\\.', '.', true],
    ['(?=.)a|b', 'b', true],
    ['(?:a|b|(?=c)c)+', 'abc', true],
    ['(?=.)(?:a{2,3}?)', 'aaa', false],
    ['(?=.)(?:a{2,3}?b)', 'aaab', true],
    ['(?=.)(?:a{0,2})', 'aaa', false],
  ])('%s on %j: %p', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['(?=a', 'a `(` is not closed'],
    ['(?=a)(b', 'a `(` is not closed'],
    ['(?#a', 'a `(` is not closed'],
    ['(?=a))', 'a `)` closes nothing'],
    ['(?=a)[', 'missing closing ]'],
    ['(?=a)[]', 'missing closing ]'],
    ['(?=a)[b-a]', '`b-a` is no range of characters'],
    ['(?=a)[\\d-a]', '`\\d-a` is no range of characters'],
    ['(?=a)[a-\\d]', '`a-\\d` is no range of characters'],
    ['(?=a)\\q', 'the escape `\\q` is not known'],
    ['(?=a)\\', 'the escape `\\` is not known'],
    ['(?=a)\\x4', 'the escape `\\x4` is not complete'],
    ['(?=a)\\xgg', 'the escape `\\xgg` is not complete'],
    ['(?=a)\\U00110000', 'the escape `\\U00110000` is not complete'],
    ['(?=a)\\1', 'references back to a group'],
    ['(?P<n>a)(?P=n)', 'references back to a group'],
    ['(?=a)(?(1)b)', 'conditional groups'],
    ['(?=a)(?>b)', 'groups that give nothing back'],
    ['(?=a)(?<n>b)', 'groups are named with `(?P<`'],
    ['(?i)(?=a)b', '`(?i` is not supported together with looking ahead or behind'],
    ['(?P<n>a)(?=(?P<n>b))', 'two groups have the name `n`'],
    ['*(?=a)', 'there is nothing to repeat'],
    ['(?=a)|+', 'there is nothing to repeat'],
    ['^*(?=a)', 'there is nothing to repeat'],
    ['\\b{2}(?=a)', 'there is nothing to repeat'],
    ['(?=a)b**', 'a repetition cannot be repeated'],
    ['(?=a)b{2}{3}', 'a repetition cannot be repeated'],
    ['(?=a)b*+', 'repetitions that give nothing back'],
    ['(?=a)b{3,2}', '`{3,2}` has its larger number first'],
    ['(?<=a*)b', 'looking behind needs something of one length'],
    ['(?<=a|bc)b', 'looking behind needs something of one length'],
    ['(?<!a{1,2})b', 'looking behind needs something of one length'],
    ['(?=a)(?:(?:b{100}){100}){100}', 'it becomes larger than the limit of 10000 steps'],
    ['(?=a)(?:){1000000000}', 'it becomes larger than the limit of 10000 steps'],
    ['(?=a)b{0,1000000000}', 'it becomes larger than the limit of 10000 steps'],
    [`(?=a)${'(?:'.repeat(300)}${')'.repeat(300)}`, 'groups stand in each other deeper than the limit of 200'],
  ])('%s cannot be taken, and that is named', (pattern, detail) => {
    expect(matches(pattern, 'x')).toContain(detail);
  });

  it.each([
    ['(?<=(?:ab|cd)e{2})x', true],
    ['(?<=(?:(?=a)){0,3})x', true],
    ['(?<=^a$)x', true],
  ])('may look behind at what has one length: %s', (pattern, ok) => {
    expect(compileLooking(pattern).ok).toBe(ok);
  });

  it('cannot stall the process', () => {
    const compiled = compileLooking('(?=(a*)*b)(?:(?=a+)a*)*(?<!(?=(?:a|aa)*c)a)');
    if (!compiled.ok) throw new Error(compiled.detail);
    expect(compiled.longestText).toBeGreaterThan(100_000);
    expect(compiled.longestText).toBeLessThan(10_000_000);
    expect(compiled.matches('a'.repeat(50_000))).toBe(false);
  });
});

import { printGrouped, printSyntax } from '../fixtures/print-syntax';
import { tryYaql } from '../fixtures/try-yaql';
import { parseYaql } from './parser';

describe('precedence', () => {
  it.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 * 2 + 3', '((1 * 2) + 3)'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 / 2 mod 3', '((8 / 2) mod 3)'],
    ['1 + 2 < 4', '((1 + 2) < 4)'],
    ['1 < 2 = true', '((1 < 2) = true)'],
    ['a in b != c', '((a in b) != c)'],
    ['a >= b <= c > d', '(((a >= b) <= c) > d)'],
    ['a =~ b * c', '((a =~ b) * c)'],
    ['a !~ b =~ c', '((a !~ b) =~ c)'],
    ['-a =~ b', '((- a) =~ b)'],
    ['-a * b', '((- a) * b)'],
    ['-a.b', '(- (a . b))'],
    ['-a[0]', '(- (a)[0])'],
    ['+-a', '(+ (- a))'],
    ['a.b[0].c', '(((a . b))[0] . c)'],
    ['a?.b.c', '((a ?. b) . c)'],
    ['a.b[0]', '((a . b))[0]'],
    ['a . -b.c', '(a . (- (b . c)))'],
    ['not a = b', '(not (a = b))'],
    ['not a and b', '((not a) and b)'],
    ['not not a', '(not (not a))'],
    ['1 + not a + b', '(1 + (not (a + b)))'],
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c', '((a and b) or c)'],
    ['a -> b -> c', '(a -> (b -> c))'],
    ['a or b -> c', '((a or b) -> c)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['[1][0]', '([1])[0]'],
    ['a [0]', '(a)[0]'],
  ])('reads %s as %s', (expression, grouped) => {
    expect(printGrouped(parseYaql(expression))).toBe(grouped);
  });
});

describe('what an expression is made of', () => {
  it.each([
    ['f()', 'f()'],
    ['f( a , b )', 'f(a,b)'],
    ['f(a,,b)', 'f(a,,b)'],
    ['f(,a)', 'f(,a)'],
    ['f(,,a,,,b)', 'f(,,a,,,b)'],
    ['f(a => 1)', 'f(a => 1)'],
    ['f(1, a => 2, b => 3)', 'f(1,a => 2,b => 3)'],
    ['f(1,, a => 2)', 'f(1,,a => 2)'],
    ['f(1 + 2 => 3 or 4)', 'f(1 + 2 => 3 or 4)'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['{a => {b => [1]}}', '{a => {b => [1]}}'],
    ['$', '$'],
    ['$x1', '$x1'],
    ['(a)', '(a)'],
    ['a[]', 'a[]'],
    ['a[1, b => 2]', 'a[1,b => 2]'],
    ['(a -> b)', '(a -> b)'],
    ['f(a -> b, c => d -> e)', 'f(a -> b,c => d -> e)'],
  ])('takes %s', (expression, printed) => {
    expect(printSyntax(parseYaql(expression))).toBe(printed);
  });

  it.each([
    ['', 'expected a value, found the end of the expression', 0],
    ['1 +', 'expected a value, found the end of the expression', 3],
    ['$.data.', 'expected a value, found the end of the expression', 7],
    ['1 2', 'expected an operator or the end, found `2`', 2],
    ['a "b"', 'expected an operator or the end, found a text', 2],
    ['a)', 'expected an operator or the end, found `)`', 1],
    ['1 foo', 'expected an operator or the end, found `foo`', 2],
    ['1.', 'expected a value, found the end of the expression', 2],
    ['a f(', 'expected an operator or the end, found `f(`', 2],
    ['a $x', 'expected an operator or the end, found `$x`', 2],
    ['f(a)(b)', 'expected an operator or the end, found `(`', 4],
    ['foo (1)', 'expected an operator or the end, found `(`', 4],
    ['1 => 2', 'expected an operator or the end, found `=>`', 2],
    ['a not b', 'expected an operator or the end, found `not`', 2],
    ['()', 'expected a value, found `)`', 1],
    ['(1', 'expected `)`, found the end of the expression', 2],
    ['(1 => 2)', 'expected `)`, found `=>`', 3],
    ['[1', 'expected `,` or `]`, found the end of the expression', 2],
    ['[1)', 'expected `,` or `]`, found `)`', 2],
    ['{a => 1', 'expected `,` or `}`, found the end of the expression', 7],
    ['{a =>}', 'expected a value, found `}`', 5],
    ['f(a', 'expected `,` or `)`, found the end of the expression', 3],
    ['f(,)', 'expected a value, found `)`', 3],
    ['f(1,)', 'expected a value, found `)`', 4],
    ['f(a => 1, 2)', 'expected `=>`, found `)`', 11],
    ['f(a => 1,, b => 2)', 'expected a value, found `,`', 9],
    ['f(,a => 1)', 'a value is missing', 5],
    ['f(1,,,a => 1)', 'a value is missing', 8],
    ['f(1, 2,,, a => 1)', 'a value is missing', 12],
    ['* 1', 'expected a value, found `*`', 0],
    ['.a', 'expected a value, found `.`', 0],
    ['a..b', 'expected a value, found `.`', 2],
    ['a and', 'expected a value, found the end of the expression', 5],
    ['in', 'expected a value, found `in`', 0],
  ])('refuses %s', (expression, detail, at) => {
    expect(() => parseYaql(expression)).toThrow(expect.objectContaining({ kind: 'syntax', detail, at }) as Error);
  });
});

describe('limits of an expression’s text', () => {
  const tooDeep = 'parse: the parts of the expression stand in each other deeper than the limit of 200';

  it.each([
    ['parentheses', (depth: number) => '('.repeat(depth) + '1' + ')'.repeat(depth), 199],
    ['lists', (depth: number) => '['.repeat(depth) + ']'.repeat(depth), 200],
    ['signs', (depth: number) => '-'.repeat(depth) + '1', 199],
    ['calls', (depth: number) => 'f('.repeat(depth) + ')'.repeat(depth), 200],
    ['indices', (depth: number) => `a${'[0]'.repeat(depth)}`, 200],
    ['operators', (depth: number) => `1${' + 1'.repeat(depth)}`, 200],
    ['members', (depth: number) => `a${'.b'.repeat(depth)}`, 200],
    ['what stands behind `not`', (depth: number) => `not 1${' + 1'.repeat(depth)}`, 199],
    ['keys of a map', (depth: number) => `{1${' + 1'.repeat(depth)} => a}`, 199],
    ['values of a map', (depth: number) => `{a => 1${' + 1'.repeat(depth)}}`, 199],
  ])('are the same for %s', (_, expression, deepest) => {
    expect(() => parseYaql(expression(deepest))).not.toThrow();
    expect(tryYaql(expression(deepest + 1))).toBe(tooDeep);
    expect(tryYaql(expression(20_000))).toBe(tooDeep);
  });

  it('hold for parts of different kinds in each other', () => {
    const chain = (inner: string): string => inner + ' + 1'.repeat(90);
    expect(() => parseYaql(chain(`(${chain('1')})`))).not.toThrow();
    expect(tryYaql(chain(`[${chain(`(${chain('1')})`)}]`))).toBe(tooDeep);
  });

  it('are about its length too', () => {
    const text = (length: number): string => `"${'x'.repeat(length - 2)}"`;
    expect(() => parseYaql(text(100_000))).not.toThrow();
    expect(tryYaql(text(100_001))).toBe('parse: the expression is longer than the limit of 100000 characters');
  });
});

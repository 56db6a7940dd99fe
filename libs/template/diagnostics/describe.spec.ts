import { floatNumber, integerNumber } from '../numbers/written-number';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { describe as describeValue, kindOf, listOf, oneOf, oneOfMany } from './describe';

describe('values in diagnostics', () => {
  it.each<[Value, string, string]>([
    ['x', 'a text', 'the text `x`'],
    ['two\nlines', 'a text', 'the text `two\\nlines`'],
    ['x'.repeat(99), 'a text', `the text \`${'x'.repeat(60)}…\``],
    [5, 'a number', 'the number `5`'],
    [floatNumber(5), 'a number', 'the number `5.0`'],
    [integerNumber('9'.repeat(61)) ?? null, 'a number', `the number \`${'9'.repeat(60)}…\``],
    [true, 'a boolean', 'the boolean `true`'],
    [null, 'null', 'null'],
    [[], 'a list', 'a list'],
    [{}, 'a map', 'a map'],
    [UNKNOWN, 'a value that is not known yet', 'a value that is not known yet'],
  ])('%p', (value, kind, described) => {
    expect(kindOf(value)).toBe(kind);
    expect(describeValue(value)).toBe(described);
  });

  it('lists what was expected', () => {
    expect([oneOf([]), oneOf(['a']), oneOf(['a', 'b']), oneOf(['a', 'b', 'c'])]).toEqual([
      '',
      '`a`',
      '`a` or `b`',
      '`a`, `b` or `c`',
    ]);
  });

  it('are told by the first ten and how many there are', () => {
    const names = Array.from({ length: 11 }, (_, index) => `n${index}`);
    const first = names.slice(0, 10).map((name) => `\`${name}\``);
    expect(oneOfMany(names, String)).toBe(`${first.join(', ')}, … (11 in all)`);
    expect(listOf(names, String)).toBe(`${first.join(', ')}, … (11 in all)`);
    expect(oneOfMany(names.slice(0, 10), String)).toBe(`${first.slice(0, 9).join(', ')} or \`n9\``);
    expect(listOf(names.slice(0, 10), String)).toBe(first.join(', '));
    expect(oneOfMany(['x'.repeat(99)], String)).toBe(`\`${'x'.repeat(60)}…\``);
    expect(listOf(['x'.repeat(99)], String)).toBe(`\`${'x'.repeat(60)}…\``);
  });
});

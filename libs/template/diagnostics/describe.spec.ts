import { floatNumber, integerNumber } from '../numbers/written-number';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { describe as describeValue, kindOf, oneOf } from './describe';

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
});

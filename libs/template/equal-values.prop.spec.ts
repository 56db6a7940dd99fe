import fc from '../../test/support/fast-check';
import { equalityKey, equalValues } from './equal-values';
import { isCollection } from './json';
import type { ExactJson } from './json';
import { parseExactJson } from './reader/parse-exact-json';

/** Few different values, so that many are equal. */
const value = fc.letrec<{ value: ExactJson }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<ExactJson>(null, true, false, 0, -0, 1, 1.5, '', '0', '1', 'true', 'null', '[]', 'a', '"a"', ','),
    fc
      .constantFrom('-0.0', '1.0', '1e16', '10000000000000000', '9007199254740993', '9007199254740992.0')
      .map(parseExactJson),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', '"'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

describe('equality as Python has it', () => {
  it('is the same whether values are compared or their keys', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(equalityKey(a) === equalityKey(b)).toBe(equalValues(a, b));
      }),
      { numRuns: 5000 },
    );
  });

  it('holds of a value and its copy with the entries of maps the other way round', () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(equalValues(a, turned(a))).toBe(true);
        expect(equalityKey(a)).toBe(equalityKey(turned(a)));
      }),
    );
  });
});

function turned(value: ExactJson): ExactJson {
  if (!isCollection(value)) return value;
  if (Array.isArray(value)) return value.map(turned);
  const entries = Object.entries(value).map(([key, item]): [string, ExactJson] => [key, turned(item)]);
  return Object.fromEntries(entries.toReversed());
}

import fc from '../../../test/support/fast-check';
import { isObject } from '../json';
import type { ExactJson } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { isNumber } from '../numbers/written-number';
import { exactJsonText } from '../text/exact-json-text';
import { pythonText } from '../text/python-repr';
import { parseExactJson } from './parse-exact-json';
import { readSource } from './read-source';

/** Numbers as JSON has them, those in the majority that JavaScript cannot keep. */
const number = fc.oneof(
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }).map(String),
  fc.integer().map((value) => `${value}.0`),
  fc.tuple(fc.integer(), fc.integer({ min: -30, max: 330 })).map(([digits, power]) => `${digits}e${power}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.constantFrom('-0.0', '0.0', '1.00', '-0', '9007199254740992.0', '9007199254740993', '0.99999999999999999999'),
);

/** JSON texts, with blanks where they may be and with texts that look like numbers. */
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number,
    fc.constantFrom('null', 'true', 'false', '"1.0"', '", 1.0,"', '"\\"[1e5]"'),
    fc.string({ unit: 'binary', maxLength: 6 }).map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[ ${items.join(' ,')}]`),
    fc.dictionary(fc.oneof(fc.constantFrom('__proto__', '1.0', 'a'), fc.string({ maxLength: 4 })), tie('value')).map(
      (map) =>
        `{${Object.entries(map)
          .map(([key, item]) => `${JSON.stringify(key)}:${item}`)
          .join(',\n')}}`,
    ),
  ),
})).value;

const textsOf = (value: ExactJson): string[] => {
  if (isNumber(value)) return [pythonText(value)];
  return Array.isArray(value) || isObject(value) ? Object.values(value).flatMap(textsOf) : [];
};

describe('numbers', () => {
  it('are the same, and are printed the same, when they were stored and read again', () => {
    fc.assert(
      fc.property(json, (text) => {
        const read = parseExactJson(text);
        const stored = exactJsonText(read);
        const again = parseExactJson(stored);
        expect(exactJsonText(again)).toBe(stored);
        // JSON has no form for what is larger than every float.
        expect(textsOf(again)).toEqual(textsOf(read).filter((printed) => !printed.endsWith('inf')));
      }),
      { numRuns: 3000 },
    );
  });

  it('are those that JSON.parse reads, as far as JavaScript has them', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(JSON.parse(JSON.stringify(parseExactJson(text)))).toEqual(JSON.parse(JSON.stringify(JSON.parse(text))));
      }),
      { numRuns: 2000 },
    );
  });

  it('are read from JSON as from YAML, where both have them', () => {
    const common = fc.oneof(
      fc.bigInt().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map((value) => value.toFixed(3)),
    );
    fc.assert(
      fc.property(common, (text) => {
        const reading = readSource(`{"a": ${text}}`, 'yaml', DEFAULT_LIMITS);
        expect(reading.ok && reading.document.value).toEqual({ a: parseExactJson(text) });
      }),
    );
  });
});

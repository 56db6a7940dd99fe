import fc from '../../../test/support/fast-check';
import type { Json } from '#contracts';
import { DEFAULT_LIMITS } from '../limits';
import { parseExactJson } from './parse-exact-json';
import { readSource } from './read-source';

/** Texts that look enough like YAML to get far into a reader. */
const yamlish = fc
  .array(
    fc.constantFrom(
      ...['a', ': ', '- ', '? ', '\n', '  ', '[', ']', '{', '}', ', ', '&x ', '*x', '<<: ', '!!int ', '!', '"', "'"],
      ...['|', '>', '#', '%', '---', '...', '1', '0x', ':', '\t', '\\', '@', '`', '=', '~', '\u0085', '\ud800', 'é'],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('the reader', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const reading = readSource(text, 'json or yaml', DEFAULT_LIMITS);
        if (reading.ok) reading.document.locate(['a', 0, 'x']);
        else expect(reading.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads JSON as JSON.parse does, but for its numbers, and finds every entry where it stands', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const reading = readSource(text, 'json or yaml', DEFAULT_LIMITS);
        expect(reading.ok && reading.document.value).toEqual(parseExactJson(text));
        expect(reading.ok && (JSON.parse(JSON.stringify(reading.document.value)) as Json)).toEqual(JSON.parse(text));
        for (const key of Object.keys(value)) {
          const position = reading.ok ? reading.document.locate([key]) : undefined;
          const line = text.split('\n')[(position?.line ?? 0) - 1] ?? '';
          expect(line.slice((position?.column ?? 0) - 1).startsWith(`${JSON.stringify(key)}:`)).toBe(true);
        }
      }),
    );
  });

  it('takes the JSON of a value for YAML of the same value, but for what YAML reads otherwise', () => {
    const plain = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<Json>(null, true, false),
        fc.integer(),
        fc.string({ unit: 'grapheme-ascii' }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        const reading = readSource(JSON.stringify(value), 'yaml', DEFAULT_LIMITS);
        expect(reading.ok && reading.document.value).toEqual(value);
      }),
    );
  });
});

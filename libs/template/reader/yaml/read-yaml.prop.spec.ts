import { isDeepStrictEqual } from 'node:util';
import fc from '../../../../test/support/fast-check';
import { parse, stringify } from 'yaml';
import { DEFAULT_LIMITS } from '../../limits';
import { readYaml } from './read-yaml';

/** Texts that are hard on a writer, and so on a reader; but for some that the writer itself gets wrong. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
    fc
      .array(fc.constantFrom('a', ' ', '\n', '- ', ': ', '#', '"', "'", '\\', '\t', '|', 'é', '😀'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
    fc.constantFrom('yes', 'null', '1:30', '0x1f', '1e3', '~', '-', '2013-05-23', ''),
  )
  .filter((written) => written === '' || !/^(?:=$|<<$|[:?]|\s+$)/.test(written));

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9 _:#-]{0,6}$/), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('reading what another program wrote', () => {
  it('gives the values that it wrote, in whatever style', () => {
    const styles = fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN');
    fc.assert(
      fc.property(value, styles, fc.constantFrom(20, 80), fc.boolean(), (written, style, lineWidth, inBrackets) => {
        const options = {
          version: '1.1',
          defaultStringType: style,
          lineWidth,
          collectionStyle: inBrackets ? 'flow' : 'block',
        } as const;
        const source = stringify({ written }, { ...options, aliasDuplicateObjects: false });
        // What the writer itself does not read as it wrote it proves nothing.
        fc.pre(isDeepStrictEqual(parse(source, { version: '1.1' }), { written }));
        const reading = readYaml(source, DEFAULT_LIMITS);
        expect(reading.ok ? reading.document.value : reading.faults).toEqual({ written });
      }),
      { numRuns: 1500 },
    );
  });
});

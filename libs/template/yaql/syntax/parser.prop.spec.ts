import fc from '../../../../test/support/fast-check';
import { YaqlFault } from '../fault';
import { printSyntax } from '../fixtures/print-syntax';
import { tryYaql } from '../fixtures/try-yaql';
import { parseYaql } from './parser';
import type { Syntax } from './syntax-tree';

const pieces = fc.constantFrom(
  ...['1', '2.5', 'a', '"s"', "'", '"', '`', '\\', '$', '$x', '(', ')', '[', ']', '{', '}', ',', '.', '?.', ' '],
  ...['+', '-', '*', '/', ' mod ', '=', '!=', '<', '>=', ' in ', ' not ', ' and ', ' or ', '->', '=>', '=~', '!~'],
  ...['f(', 'len(', 'true', 'null', '.select(', 'é', '😀', '\u0000', '\n', '&', '__'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
);

const operator = fc.constantFrom(
  ...['.', '?.', '=~', '!~', '*', '/', 'mod', '+', '-', '>', '<', '>=', '<=', '!=', '=', 'in', 'and', 'or', '->'],
);
const expression = fc.letrec<{ expression: string; items: string; rule: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '2.5', '3.0', 'abc', '"a\\n\\"b"', "'it'", '`v`', '$', '$x', 'true', 'null'),
    fc.tuple(tie('expression'), operator, tie('expression')).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('-', '+', 'not'), tie('expression')).map((parts) => parts.join(' ')),
    tie('expression').map((inner) => `(${inner})`),
    fc.tuple(tie('expression'), tie('items')).map(([target, items]) => `${target}[${items}]`),
    tie('items').map((items) => `[${items}]`),
    fc.array(tie('rule'), { maxLength: 2 }).map((rules) => `{${rules.join()}}`),
    fc.tuple(fc.constantFrom('f', 'len', 'not'), tie('items')).map(([name, items]) => `${name}(${items})`),
  ),
  items: fc
    .tuple(fc.array(tie('expression'), { maxLength: 2 }), fc.array(tie('rule'), { maxLength: 2 }))
    .map((parts) => parts.flat().join(', ')),
  rule: fc.tuple(tie('expression'), tie('expression')).map((sides) => sides.join(' => ')),
})).expression;

/** Without the places, which are not the same in another text. */
function withoutPlaces(syntax: Syntax): unknown {
  return JSON.parse(
    JSON.stringify(syntax, (key, value: unknown) =>
      key === 'at' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    ),
  );
}

describe('the parser', () => {
  it('reads any text, or says what is wrong and where', () => {
    fc.assert(
      fc.property(text, (anything) => {
        try {
          parseYaql(anything);
        } catch (error) {
          if (!(error instanceof YaqlFault)) throw error;
          expect(error.kind).toBe('syntax');
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(anything.length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('reads what is printed of a tree as the same tree', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const syntax = parseYaql(written);
        expect(withoutPlaces(parseYaql(printSyntax(syntax)))).toEqual(withoutPlaces(syntax));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the evaluator', () => {
  it('gives a value or says what is wrong, whatever it is asked', () => {
    fc.assert(
      fc.property(expression, (written) => {
        expect(() => tryYaql(written)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});

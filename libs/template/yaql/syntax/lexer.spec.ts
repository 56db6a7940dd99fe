import type { ExactJson } from '../../json';
import { integerNumber } from '../../numbers/written-number';
import { tryYaql } from '../fixtures/try-yaql';
import { Lexer } from './lexer';

function tokensOf(text: string): string {
  const lexer = new Lexer(text);
  const shown: string[] = [];
  for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next()) {
    const { at, kind, ...rest } = token;
    shown.push(`${kind} ${Object.values(rest).map(String).join()}@${at}`);
  }
  return shown.join(' ');
}

describe('cutting an expression into tokens', () => {
  it.each([
    ['a1_b $ $x_1', 'word a1_b@0 variable $@5 variable $x_1@7'],
    ['f(a ) g (', 'function f@0 word a@2 symbol )@4 word g@6 symbol (@8'],
    ['true false null True', 'literal true@0 literal false@5 literal null@11 word True@16'],
    ['not and or in mod', 'symbol not@0 symbol and@4 symbol or@8 symbol in@11 symbol mod@14'],
    ['notx not(', 'word notx@0 function not@5'],
    [
      'a>=b<=c!=d=~e!~f',
      'word a@0 symbol >=@1 word b@3 symbol <=@4 word c@6 symbol !=@7 word d@9 symbol =~@10 word e@12 symbol !~@13 word f@15',
    ],
    ['a?.b->c=>d', 'word a@0 symbol ?.@1 word b@3 symbol ->@4 word c@6 symbol =>@7 word d@9'],
    [
      '.*/+- ><=[]{}(),',
      'symbol .@0 symbol *@1 symbol /@2 symbol +@3 symbol -@4 symbol >@6 symbol <=@7 symbol [@9 symbol ]@10 symbol {@11 symbol }@12 symbol (@13 symbol )@14 symbol ,@15',
    ],
    [
      '7 007 1.5 1.50.2 1.a',
      'literal 7@0 literal 7@2 literal 1.5@6 literal 1.5@10 symbol .@14 literal 2@15 literal 1@17 symbol .@18 word a@19',
    ],
    ['1.5.b', 'literal 1.5@0 symbol .@3 word b@4'],
    ['٣.٥', 'literal 3.5@0'],
    ['é日²a', 'word é日²a@0'],
    ['a\t\r\n b', 'word a@0 word b@5'],
    ['_a', 'word _a@0'],
    ['__a(', 'function __a@0'],
    ['"😀"x', 'literal 😀@0 word x@4'],
    ['9'.repeat(4300), `literal ${'9'.repeat(4300)}@0`],
    [`${' '.repeat(4300)}1`, 'literal 1@4300'],
  ])('%j', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });

  it.each([
    ['a & b', '`&` cannot stand here', 2],
    ['a ? b', '`?` cannot stand here', 2],
    ['a\u00a0b', '`\u00a0` cannot stand here', 1],
    ['😀', '`😀` cannot stand here', 0],
    ['5mod', 'a number is too long, or a letter follows it at once', 0],
    ['1_000', 'a number is too long, or a letter follows it at once', 0],
    ['1.5a', 'a number is too long, or a letter follows it at once', 2],
    ['9'.repeat(4301), 'a number is too long, or a letter follows it at once', 0],
    ['a __b', 'a name cannot begin with `__`', 2],
    ['"a', 'the text that begins with " does not end', 0],
    ["'a\\'", "the text that begins with ' does not end", 0],
    ['"a\\\n"', 'the text that begins with " does not end', 0],
    ['`a\\`', 'the text that begins with ` does not end', 0],
  ])('refuses %j', (text, detail, at) => {
    expect(() => tokensOf(text)).toThrow(expect.objectContaining({ detail, at }) as Error);
  });
});

describe('texts in quotes', () => {
  it.each<[string, ExactJson]>([
    ['"a\'b"', "a'b"],
    ["'a\"b'", 'a"b'],
    ["'it\\'s'", "it's"],
    ['"a\nb"', 'a\nb'],
    ['"\\a\\b\\f\\n\\r\\t\\v\\\\\\\'\\""', '\x07\b\f\n\r\t\v\\\'"'],
    ['"\\x41\\u00e9\\U0001F600"', 'Aé😀'],
    ['"\\101\\0\\1019"', 'A\0A9'],
    ['"\\q\\.\\ "', '\\q\\.\\ '],
    ['"\\u12"', '\\u12'],
    ['"\\\\n"', '\\n'],
    ['`a\\n\\\\b`', 'a\\n\\\\b'],
    ['`a\\`b\\`c`', 'a`b`c'],
    ['"\\N{}"', '\\N{}'],
    ['"\\U0010ffff"', '\u{10ffff}'],
    ['9'.repeat(20), integerNumber('9'.repeat(20)) ?? null],
  ])('%j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"\\x1Z"', 'parse: `\\x1Z` is not the code of a character'],
    ['"\\xZZ"', 'parse: `\\xZZ` is not the code of a character'],
    ['"\\U00110000"', 'parse: `\\U00110000` is not the code of a character'],
    ['"\\N{BULLET}"', 'parse: characters cannot be named (`\\N{BULLET}`); use `\\u` and a code'],
  ])('cannot have %j', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

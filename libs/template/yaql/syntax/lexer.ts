import { syntaxFault } from '../fault';
import { characterAt, isDigit, isWord, runEnd } from './characters';
import { decodeEscapes } from './escapes';
import { readNumber } from './numbers';
import { isWordOperator, symbolAt } from './operators';
import type { Token } from './tokens';

const BLANKS = ' \t\r\n';
const QUOTES = '\'"`';
const CONSTANTS: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Cuts an expression into tokens, one at a time, so that nothing is read behind the first fault. */
export class Lexer {
  private offset = 0;

  constructor(private readonly text: string) {}

  next(): Token {
    this.offset = runEnd(this.text, this.offset, (character) => BLANKS.includes(character));
    const at = this.offset;
    const character = characterAt(this.text, at);
    if (character === '') return { kind: 'end', at };
    if (character === '$') return this.variable(at);
    if (isDigit(character)) return this.number(at);
    if (isWord(character)) return this.word(at);
    if (QUOTES.includes(character)) return this.quoted(character, at);
    const symbol = symbolAt(this.text, at);
    if (symbol === undefined) throw syntaxFault(`\`${character}\` cannot stand here`, at);
    return this.take({ kind: 'symbol', symbol, at }, symbol.length);
  }

  private take(token: Token, length: number): Token {
    this.offset += length;
    return token;
  }

  private variable(at: number): Token {
    const name = this.text.slice(at, runEnd(this.text, at + 1, isWord));
    return this.take({ kind: 'variable', name, at }, name.length);
  }

  private number(at: number): Token {
    const number = readNumber(this.text, at);
    if (number === undefined) throw syntaxFault('a number is too long, or a letter follows it at once', at);
    return this.take({ kind: 'literal', value: number.value, at }, number.length);
  }

  private word(at: number): Token {
    const name = this.text.slice(at, runEnd(this.text, at, isWord));
    if (this.text[at + name.length] === '(') return this.take({ kind: 'function', name, at }, name.length + 1);
    if (name.startsWith('__')) throw syntaxFault('a name cannot begin with `__`', at);
    if (isWordOperator(name)) return this.take({ kind: 'symbol', symbol: name, at }, name.length);
    const constant = CONSTANTS.get(name);
    const token: Token = constant === undefined ? { kind: 'word', name, at } : { kind: 'literal', value: constant, at };
    return this.take(token, name.length);
  }

  private quoted(quote: string, at: number): Token {
    const end = quoteEnd(this.text, at + 1, quote);
    if (end === undefined) throw syntaxFault(`the text that begins with ${quote} does not end`, at);
    const inner = this.text.slice(at + 1, end);
    const value = quote === '`' ? inner.replaceAll('\\`', '`') : decodeEscapes(inner, at);
    return this.take({ kind: 'literal', value, at }, end + 1 - at);
  }
}

/** Where the closing quote is. No line break may follow a backslash, as in YAQL itself. */
function quoteEnd(text: string, from: number, quote: string): number | undefined {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === quote) return index;
    if (text[index] !== '\\') continue;
    index += 1;
    if (text[index] === '\n') return undefined;
  }
  return undefined;
}

import { syntaxFault } from '../fault';
import { YAQL_LIMITS } from '../limits';
import { Lexer } from './lexer';
import { bindingOf, bindsToRight, INDEX_BINDING, isBinaryOperator, isUnaryOperator, unaryBindingOf } from './operators';
import type { Argument, Syntax, UnaryOperator } from './syntax-tree';
import { tokenText } from './tokens';
import type { Token } from './tokens';

/** Any operator binds at least so tightly. */
const LOOSEST = 1;

/**
 * Parses an expression by precedence climbing (https://yaql.readthedocs.io/en/latest/language_reference.html).
 * Throws a `YaqlFault` where it cannot be read.
 */
export function parseYaql(text: string): Syntax {
  if (text.length > YAQL_LIMITS.text) {
    throw syntaxFault(`the expression is longer than the limit of ${YAQL_LIMITS.text} characters`, YAQL_LIMITS.text);
  }
  return new Parser(new Lexer(text)).whole();
}

class Parser {
  private token: Token;
  /** How many calls, lists, brackets and operands are open. */
  private open = 0;
  /** How deep each part goes: chains of operators nest too, though they are read in a loop. */
  private readonly depths = new WeakMap<Syntax, number>();

  constructor(private readonly lexer: Lexer) {
    this.token = lexer.next();
  }

  whole(): Syntax {
    const syntax = this.expression();
    if (this.token.kind !== 'end') throw this.unexpected('an operator or the end');
    return syntax;
  }

  /** Reads as far as operators bind at least so tightly. */
  private expression(binding = LOOSEST): Syntax {
    this.enter(this.token.at);
    let left = this.operand();
    for (;;) {
      const next = this.continuation(left, binding);
      if (next === undefined) break;
      left = next;
    }
    this.open -= 1;
    return left;
  }

  private continuation(left: Syntax, binding: number): Syntax | undefined {
    const { token } = this;
    if (token.kind !== 'symbol') return undefined;
    if (token.symbol === '[' && binding <= INDEX_BINDING) return this.index(left, token.at);
    const operator = token.symbol;
    if (!isBinaryOperator(operator)) return undefined;
    const own = bindingOf(operator);
    if (own < binding) return undefined;
    this.advance();
    const right = this.expression(bindsToRight(operator) ? own : own + 1);
    return this.measured({ kind: 'binary', operator, left, right, at: token.at }, [left, right]);
  }

  private index(target: Syntax, at: number): Syntax {
    this.advance();
    const items = this.items(']');
    return this.measured({ kind: 'index', target, items, at }, [target, ...partsOf(items)]);
  }

  private operand(): Syntax {
    const { token } = this;
    this.advance();
    switch (token.kind) {
      case 'literal':
        return { kind: 'constant', value: token.value, at: token.at };
      case 'word':
        return { kind: 'keyword', name: token.name, at: token.at };
      case 'variable':
        return { kind: 'variable', name: token.name, at: token.at };
      case 'function':
        return this.call(token.name, token.at);
      case 'symbol':
        return this.prefixed(token.symbol, token);
      default:
        throw unexpectedToken(token, 'a value');
    }
  }

  private prefixed(symbol: string, token: Token): Syntax {
    const { at } = token;
    if (isUnaryOperator(symbol)) return this.unary(symbol, at);
    if (symbol === '[') return this.collection('list', ']', at);
    if (symbol === '{') return this.collection('map', '}', at);
    if (symbol !== '(') throw unexpectedToken(token, 'a value');
    const inner = this.expression();
    this.expect(')');
    return this.measured({ kind: 'parentheses', inner, at }, [inner]);
  }

  private unary(operator: UnaryOperator, at: number): Syntax {
    const operand = this.expression(unaryBindingOf(operator));
    return this.measured({ kind: 'unary', operator, operand, at }, [operand]);
  }

  private collection(kind: 'list' | 'map', close: string, at: number): Syntax {
    const items = this.items(close);
    return this.measured({ kind, items, at }, partsOf(items));
  }

  private call(name: string, at: number): Syntax {
    const items = this.items(')');
    return this.measured({ kind: 'call', name, items, at }, partsOf(items));
  }

  /** What stands up to the closing symbol: values, any of them left out but the last, and then rules. */
  private items(close: string): Argument[] {
    const items: Argument[] = [];
    if (this.takes(close)) return items;
    let named = false;
    for (;;) {
      const blanks = this.blanks(named);
      const item = this.item(named);
      const isNamed = item.kind === 'rule';
      // Before the first rule one value may be left out, if another stands before that.
      if (isNamed && blanks.length > Math.min(items.length, 1)) throw syntaxFault('a value is missing', item.at);
      named = isNamed;
      for (const blank of blanks) items.push(blank);
      items.push(item);
      if (this.takes(close)) return items;
      this.expect(',', close);
    }
  }

  private blanks(named: boolean): Argument[] {
    const blanks: Argument[] = [];
    while (!named && this.isSymbol(',')) {
      blanks.push({ kind: 'blank', at: this.token.at });
      this.advance();
    }
    return blanks;
  }

  private item(named: boolean): Argument {
    const source = this.expression();
    if (named && !this.isSymbol('=>')) throw this.unexpected('`=>`');
    const { at } = this.token;
    return this.takes('=>') ? { kind: 'rule', source, destination: this.expression(), at } : source;
  }

  private measured(syntax: Syntax, parts: readonly Syntax[]): Syntax {
    const depth = 1 + parts.reduce((deepest, part) => Math.max(deepest, this.depths.get(part) ?? 0), 0);
    this.checkDepth(depth, syntax.at);
    this.depths.set(syntax, depth);
    return syntax;
  }

  private enter(at: number): void {
    this.open += 1;
    this.checkDepth(this.open, at);
  }

  private checkDepth(depth: number, at: number): void {
    if (depth <= YAQL_LIMITS.nesting) return;
    throw syntaxFault(
      `the parts of the expression stand in each other deeper than the limit of ${YAQL_LIMITS.nesting}`,
      at,
    );
  }

  private advance(): void {
    this.token = this.lexer.next();
  }

  private isSymbol(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.symbol === symbol;
  }

  private takes(symbol: string): boolean {
    const found = this.isSymbol(symbol);
    if (found) this.advance();
    return found;
  }

  private expect(...symbols: [string, ...string[]]): void {
    if (!this.takes(symbols[0])) throw this.unexpected(symbols.map((symbol) => `\`${symbol}\``).join(' or '));
  }

  private unexpected(expected: string): Error {
    return unexpectedToken(this.token, expected);
  }
}

function partsOf(items: readonly Argument[]): Syntax[] {
  return items.flatMap((item) => {
    if (item.kind === 'blank') return [];
    return item.kind === 'rule' ? [item.source, item.destination] : [item];
  });
}

function unexpectedToken(token: Token, expected: string): Error {
  return syntaxFault(`expected ${expected}, found ${tokenText(token)}`, token.at);
}

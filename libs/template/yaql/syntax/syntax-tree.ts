/** An expression of YAQL, parsed. `at` is where it stands in the text; of an operation, where the operator does. */
export type Syntax =
  | Constant
  | Keyword
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | Call
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Syntax; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: number;
    }
  | { readonly kind: 'index'; readonly target: Syntax; readonly items: readonly Argument[]; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Argument[]; readonly at: number }
  | { readonly kind: 'map'; readonly items: readonly Argument[]; readonly at: number }
  | { readonly kind: 'parentheses'; readonly inner: Syntax; readonly at: number };

/** Whole numbers are `bigint`, others `number`: to the language, as to Python, they are two kinds. */
export interface Constant {
  readonly kind: 'constant';
  readonly value: null | boolean | bigint | number | string;
  readonly at: number;
}

/** A bare word: a text by itself, a name behind a dot or before `=>`. */
export interface Keyword {
  readonly kind: 'keyword';
  readonly name: string;
  readonly at: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly items: readonly Argument[];
  readonly at: number;
}

/** `source => destination`. */
export interface Rule {
  readonly kind: 'rule';
  readonly source: Syntax;
  readonly destination: Syntax;
  readonly at: number;
}

/** What stands between two commas: an expression, a rule, or nothing (`f(a,,b)`). */
export type Argument = Syntax | Rule | { readonly kind: 'blank'; readonly at: number };

export type UnaryOperator = '+' | '-' | 'not';

export type BinaryOperator =
  | ('.' | '?.')
  | ('=~' | '!~')
  | ('*' | '/' | 'mod')
  | ('+' | '-')
  | ('>' | '<' | '>=' | '<=' | '!=' | '=' | 'in')
  | ('and' | 'or' | '->');

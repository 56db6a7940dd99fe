import type { BinaryOperator, UnaryOperator } from './syntax-tree';

/** How tightly `[…]` binds to what stands before it. */
export const INDEX_BINDING = 10;

const BINDINGS: Readonly<Record<BinaryOperator, number>> = {
  '.': 11,
  '?.': 11,
  '=~': 8,
  '!~': 8,
  '*': 7,
  '/': 7,
  mod: 7,
  '+': 6,
  '-': 6,
  '>': 5,
  '<': 5,
  '>=': 5,
  '<=': 5,
  '!=': 5,
  '=': 5,
  in: 5,
  and: 3,
  or: 2,
  '->': 1,
};

const UNARY_BINDINGS: Readonly<Record<UnaryOperator, number>> = {
  '+': 9,
  '-': 9,
  not: 4,
};

/** How tightly an operator between two values binds, the higher the tighter. */
export function bindingOf(operator: BinaryOperator): number {
  return BINDINGS[operator];
}

/** Whether `a op b op c` is `a op (b op c)`. */
export function bindsToRight(operator: BinaryOperator): boolean {
  return operator === '->';
}

export function isBinaryOperator(symbol: string): symbol is BinaryOperator {
  return Object.hasOwn(BINDINGS, symbol);
}

export function unaryBindingOf(operator: UnaryOperator): number {
  return UNARY_BINDINGS[operator];
}

export function isUnaryOperator(symbol: string): symbol is UnaryOperator {
  return Object.hasOwn(UNARY_BINDINGS, symbol);
}

/** Whether a word is an operator: such are never the name of something. */
export function isWordOperator(word: string): boolean {
  return isUnaryOperator(word) || isBinaryOperator(word);
}

const LONG_SYMBOLS: ReadonlySet<string> = new Set(['?.', '->', '=>', '=~', '!~', '!=', '>=', '<=']);
const SYMBOLS = '.*/+-><=[]{}(),';

/** The symbol that a text has at an index, which is not its end, the longer one where two begin there. */
export function symbolAt(text: string, index: number): string | undefined {
  const long = text.slice(index, index + 2);
  if (LONG_SYMBOLS.has(long)) return long;
  const character = text.charAt(index);
  return SYMBOLS.includes(character) ? character : undefined;
}

/** A piece of an expression's text. `function` is a name with the `(` that follows it at once. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly value: null | boolean | bigint | number | string }
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'end' }
);

/** A token as a diagnostic shows it. */
export function tokenText(token: Token): string {
  switch (token.kind) {
    case 'literal':
      return typeof token.value === 'string' ? 'a text' : `\`${String(token.value)}\``;
    case 'word':
    case 'variable':
      return `\`${token.name}\``;
    case 'function':
      return `\`${token.name}(\``;
    case 'symbol':
      return `\`${token.symbol}\``;
    default:
      return 'the end of the expression';
  }
}

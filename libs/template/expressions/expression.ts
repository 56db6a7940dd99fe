/** A value of a template, parsed: opaque outside this library. */
export interface Expression {
  readonly kind: 'literal' | 'list' | 'map' | 'call';
}

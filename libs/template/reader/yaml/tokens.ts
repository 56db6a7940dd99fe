/** The pieces of a YAML text; `offset` is where each begins. */
export type Token = { readonly offset: number } & (
  | { readonly kind: MarkKind }
  | { readonly kind: 'directive'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'alias' | 'anchor'; readonly name: string }
  /** `handle` is absent in a tag written in full, and where there is nothing but `!`. */
  | { readonly kind: 'tag'; readonly handle: string | undefined; readonly suffix: string }
  | { readonly kind: 'scalar'; readonly text: string; readonly plain: boolean }
);

/** Tokens that say no more than that they are there; collections of the block form have theirs made up. */
export type MarkKind =
  | 'stream end'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value';

export type TokenKind = Token['kind'];

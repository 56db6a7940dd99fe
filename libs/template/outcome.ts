import type { Diagnostic } from '#contracts';

/**
 * What a question about a template answers: a value, or every fault that was found, never both.
 * `warnings` are things worth telling the user that stand in the way of nothing.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

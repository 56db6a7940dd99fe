/** A mutant that no test can catch, as it does what the original does. */
export interface EquivalentMutant {
  readonly file: string;
  /** The line that the change begins in, without blanks around it. */
  readonly code: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** Each of them must still be there, and must still survive. */
export const EQUIVALENT_MUTANTS: readonly EquivalentMutant[] = [];

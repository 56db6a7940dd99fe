/** Whether an expression can't be read, names what isn't there, or came upon a value that it can't take. */
type FaultKind = 'syntax' | 'unmatched' | 'index' | 'limit' | 'value';

/**
 * Ends the reading or the evaluation of an expression. Thrown and caught inside the template language only;
 * outside it is a fault like any other.
 */
export class YaqlFault extends Error {
  /** Where in the expression, in UTF-16 units from 0. */
  at: number | undefined;

  constructor(
    readonly kind: FaultKind,
    readonly detail: string,
    /** What may be said where the data are secret; `undefined` where the detail quotes none of them. */
    readonly discreet?: string,
  ) {
    super(detail);
    this.name = 'YaqlFault';
  }
}

/** The text breaks the rules of the language. */
export function syntaxFault(detail: string, at: number): YaqlFault {
  const fault = new YaqlFault('syntax', detail);
  fault.at = at;
  return fault;
}

/** There is no such function, or none that takes these arguments. */
export function unmatchedFault(detail: string, discreet?: string): YaqlFault {
  return new YaqlFault('unmatched', detail, discreet);
}

/** One expression may not cost more than this. */
export function limitFault(detail: string): YaqlFault {
  return new YaqlFault('limit', detail);
}

/** A function was given a value that it can't work with. */
export function valueFault(detail: string, discreet?: string): YaqlFault {
  return new YaqlFault('value', detail, discreet);
}

/**
 * Why a step could not be done, in words for the user who wrote the template: what is wrong and what to do
 * about it. Provider words are kept; credentials never stand in it.
 *
 * A `retryable` one (connection lost, server overloaded) may go away by itself. The registry turns it into
 * *look again*, with backoff and a bound, so a type just throws it.
 */
export class ResourceFailure extends Error {
  readonly retryable: boolean;
  /** What the provider asked for (`Retry-After`); absent: the usual backoff. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { retryable?: boolean; retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ResourceFailure';
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

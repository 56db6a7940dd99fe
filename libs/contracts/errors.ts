/** Codes of faults that are nobody's typing mistake; each is mapped to HTTP in one place of the api. */
export type AppErrorCode =
  | 'conflict'
  | 'not-found'
  | 'quota-exceeded'
  | 'precondition-failed'
  | 'not-implemented'
  | 'database-unavailable'
  | 'broker-unavailable'
  | 'identity-unavailable'
  | 'secret-unreadable';

/**
 * A fault that was foreseen. `retryable` says whether the same call may succeed later without
 * anybody changing anything. `message` may be shown to the client, so it names no internals.
 */
export class AppError extends Error {
  readonly retryable: boolean;

  constructor(
    readonly code: AppErrorCode,
    message: string,
    options: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.retryable = options.retryable ?? false;
  }
}

/** A bug of ours: something that the code holds to be impossible happened. Never shown to a client. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}

/** Ends an exhaustive switch: the compiler proves that it is never reached. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected value ${JSON.stringify(value)}`);
}

import { AppError } from '#contracts';

/** SQLSTATE classes that say "not now": connection, resources, an operator's intervention, the system itself. */
const UNAVAILABLE_CLASSES = ['08', '53', '57', '58'];
const UNAVAILABLE_STATES = ['25006', '40001', '40P01', '55P03', '3D000', '28P01', '28000'];
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];
// The driver gives these no code.
const LOST =
  /connection terminated|connection error|timeout exceeded|read timeout|not queryable|pool after calling end|connection ended/i;

interface DriverFault {
  code: string | undefined;
  constraint: string | undefined;
}

/** Reads off what the driver says, also through TypeORM's wrapping. */
export function driverFault(error: unknown): DriverFault {
  const inner: unknown = error instanceof Error && 'driverError' in error ? error.driverError : error;
  if (typeof inner !== 'object' || inner === null) return { code: undefined, constraint: undefined };
  const { code, constraint } = inner as { code?: unknown; constraint?: unknown };
  return {
    code: typeof code === 'string' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
  };
}

/** Whether it broke the unique index of that name. */
export function violates(error: unknown, index: string): boolean {
  const { code, constraint } = driverFault(error);
  return code === '23505' && constraint === index;
}

/** Turns "the database is away, full or stuck" into AppError `database-unavailable`; leaves the rest as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError('database-unavailable', 'the database cannot be used at the moment; try again', {
    retryable: true,
    cause: error,
  });
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof AppError) return false;
  const { code } = driverFault(error);
  if (code === undefined) return LOST.test(error.message);
  return NETWORK.includes(code) || UNAVAILABLE_STATES.includes(code) || isUnavailableClass(code);
}

function isUnavailableClass(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && UNAVAILABLE_CLASSES.includes(code.slice(0, 2));
}

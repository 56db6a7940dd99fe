import type { Diagnostic, Json } from '#contracts';

/** Everything that an answer with an error can be about: one word for each, its status and its title. */
const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-authenticated': { status: 401, title: 'Credentials are needed' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'quota-exceeded': { status: 403, title: 'A quota is exhausted' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  expired: { status: 410, title: 'Gone' },
  'precondition-failed': { status: 412, title: 'Changed meanwhile' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  'not-implemented': { status: 501, title: 'Not there yet' },
  unavailable: { status: 503, title: 'Unavailable for the moment' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

/** What names a kind of problem to clients. */
export const urnOf = (code: ProblemCode): string => `urn:kiln:problem:${code}`;

export const statusOfCode = (code: ProblemCode): number => PROBLEMS[code].status;

export const titleOf = (code: ProblemCode): string => PROBLEMS[code].title;

/** What is wrong, as plain data: it also crosses threads. `detail` and `errors` are shown to the client. */
export interface ProblemFacts {
  code: ProblemCode;
  detail: string;
  errors?: readonly Diagnostic[];
  headers?: Readonly<Record<string, string>>;
  /** Further members of the answer (RFC 9457, section 3.2). */
  extensions?: Readonly<Record<string, Json>>;
}

/** A request that is answered with an error. What happens inside throws AppError; this is what the edge makes of it. */
export class Problem extends Error {
  constructor(
    readonly facts: ProblemFacts,
    options?: { cause: unknown },
  ) {
    super(facts.detail, options);
    this.name = 'Problem';
  }

  get status(): number {
    return statusOfCode(this.facts.code);
  }
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
export const PROBLEM_CONTENT_TYPE = `${PROBLEM_MEDIA_TYPE}; charset=utf-8`;

/** Which request a problem is told to. */
export interface ProblemContext {
  /** Path of the request, without its query. */
  instance: string;
  requestId: string;
}

/** Problem details (RFC 9457) as they are sent. */
export function renderProblem({ facts, status }: Problem, { instance, requestId }: ProblemContext): string {
  const { code, detail, errors, extensions } = facts;
  return JSON.stringify({
    type: urnOf(code),
    title: titleOf(code),
    status,
    detail,
    instance,
    request_id: requestId,
    errors,
    ...extensions,
  });
}

/** Nobody reads further, and an answer must not be many times as large as its request. */
const MOST_ERRORS = 1_000;

/** The 400 that names every fault which was found, up to a thousand. */
export function invalidRequest(errors: readonly Diagnostic[]): ProblemFacts {
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: see errors)` : '';
  const detail = `${errors[0]?.detail ?? 'the request is not valid'}${more}`;
  return { code: 'invalid-request', detail, errors: errors.slice(0, MOST_ERRORS) };
}

import { HttpException } from '@nestjs/common';
import { AppError, assertNever } from '#contracts';
import { Problem } from './problem';
import type { ProblemCode } from './problem';

const RETRY_AFTER_SECONDS = '2';

/** The one place where whatever was thrown becomes an answer. What is not foreseen is an internal error and says nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AppError) return fromAppError(error);
  const status = statusOf(error);
  return status === undefined ? internal(error) : fromStatus(status, error);
}

function fromAppError(error: AppError): Problem {
  const { code, message } = error;
  switch (code) {
    case 'conflict':
    case 'not-found':
    case 'quota-exceeded':
    case 'precondition-failed':
    case 'not-implemented':
      return new Problem({ code, detail: message }, { cause: error });
    case 'database-unavailable':
    case 'broker-unavailable':
    case 'identity-unavailable':
      return unavailable(message, error);
    case 'secret-unreadable':
      return internal(error);
    default:
      return assertNever(code);
  }
}

/** 503 with the time after which a client may try again. */
export function unavailable(detail: string, cause?: unknown): Problem {
  return new Problem({ code: 'unavailable', detail, headers: { 'retry-after': RETRY_AFTER_SECONDS } }, { cause });
}

function internal(cause: unknown): Problem {
  return new Problem(
    { code: 'internal', detail: 'something went wrong in Kiln; name the request_id to its operator' },
    { cause },
  );
}

/** What Nest and Fastify throw, of which only the status is told on: their texts name internals. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}

const FRAMEWORK_FAULTS: Record<number, { code: ProblemCode; detail: string }> = {
  400: { code: 'malformed-request', detail: 'the body does not have the length that Content-Length says' },
  404: { code: 'not-found', detail: 'there is nothing at this path' },
  413: {
    code: 'body-too-large',
    detail: 'the body is larger than 10 MiB, or than 64 KiB where no credentials are needed',
  },
  415: { code: 'unsupported-media-type', detail: 'send the body as application/json, in UTF-8' },
};

function fromStatus(status: number, error: unknown): Problem {
  if (status === 503) return unavailable('Kiln is being stopped here; try again', error);
  const fault = FRAMEWORK_FAULTS[status];
  return fault ? new Problem(fault, { cause: error }) : internal(error);
}

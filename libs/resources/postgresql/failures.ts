import { DatabaseError } from 'pg';
import { withoutCredentials } from '../outside/without-credentials';
import { ResourceFailure } from '../resource-failure';

/**
 * SQLSTATEs of what may pass by itself (https://www.postgresql.org/docs/current/errcodes-appendix.html): connection
 * exceptions, lack of resources, deadlocks, somebody else at work on the same thing, a server that starts or stops.
 */
const PASSING = /^(08|40|53|55006$|55P03$|57P0[1-3]$|57014$)/;

/** What went wrong on the way to the provider's server, in its own words and without its credentials. */
export function failureOf(error: unknown, url: string): ResourceFailure {
  if (error instanceof ResourceFailure) return error;
  const words = withoutCredentials(error instanceof Error ? wordsOf(error) : String(error), url);
  if (error instanceof DatabaseError) {
    return new ResourceFailure(`PostgreSQL: ${words}`, { retryable: PASSING.test(error.code ?? '') });
  }
  if (!URL.canParse(url)) {
    return new ResourceFailure('KILN_PROVIDER_DATABASE_URL is not a URL: the operator must mend it');
  }
  return new ResourceFailure(`PostgreSQL does not answer: ${words}`, { retryable: true });
}

// Where a name has several addresses the reasons are inside, and the message is empty.
function wordsOf(error: Error): string {
  if (error instanceof AggregateError) return error.errors.map((each: unknown) => String(each)).join(', ');
  return error.message;
}

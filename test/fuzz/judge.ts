import { contractChecker } from '../support/contract/check-answer';
import { isCut } from './fuzz-request';
import type { FuzzRequest } from './fuzz-request';
import type { Received } from './send';

/** What no client may ever read: SQL, stack traces, paths, names of tables and modules. */
const INTERNALS: readonly RegExp[] = [
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[^"]{0,80}\b(FROM|SET|WHERE|VALUES)\b/,
  /\b(relation|column|constraint) \\?"[a-z_]+/,
  /syntax error at or near|duplicate key value|violates [a-z-]+ constraint|invalid input syntax|invalid byte sequence/,
  /QueryFailedError|TypeORMError|PostgresError|InvariantError|AppError|FastifyError|FST_ERR_|ECONNREFUSED/,
  /TypeError|ReferenceError|RangeError|SyntaxError|Cannot read propert|is not a function|is not iterable/,
  /\bat [\w.<>[\] ]+ \([^)]*:\d+:\d+\)|node:internal|node_modules|\.[jt]s:\d+/,
  /\/dist\/(apps|libs)|\/libs\/[a-z]+\/|\/home\/|\/work\/|\/root\//,
  /\b(sealed_[a-z]+|idempotency_keys|log_streams|log_stretches|stacks_living_name|outbox|pg_[a-z_]+)\b/,
  /\bkiln\.(engine|outbox|work|commands|dead)\b|amqps?:\/\/|postgres(ql)?:\/\//,
];

/** Documents for everybody name what they describe. */
const OPEN_DOCUMENTS = /^\/(docs|v2\/(openapi|asyncapi)\.json)/;

/** Everything that is wrong with an answer, whatever the request was. */
export function judge(request: FuzzRequest, sent: Buffer, received: Received): string[] {
  if (received.outcome === 'silent') return ['there was no answer'];
  if (received.outcome === 'closed') return isCut(request) ? [] : ['the connection was closed without an answer'];
  const { status } = received;
  const broken = status >= 500 && status !== 501 ? [`the status is ${status}`] : [];
  return [...broken, ...contractFaults(sent, received), ...leaks(sent, received)];
}

function contractFaults(sent: Buffer, { status, headers, text }: Received): string[] {
  const [first = ''] = sent.toString('latin1').split('\r\n', 1);
  const [method = '', target = ''] = first.split(' ');
  // What could not be read as HTTP has no route.
  const isUnreadable = status === 400 && text?.includes('"instance":"/"') === true;
  const asked = isUnreadable || !target.startsWith('/') ? { method: 'GET', url: '/' } : { method, url: target };
  return contractChecker().faultsOf({ ...asked, status, headers, ...(text === undefined ? {} : { text }) });
}

/** What the client itself sent is no secret to it. */
function leaks(sent: Buffer, { headers, text = '' }: Received): string[] {
  const told = sent.toString('utf8');
  if (OPEN_DOCUMENTS.test(told.split(' ')[1] ?? '')) return [];
  const shown = `${text}\n${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`;
  return INTERNALS.flatMap((pattern) => {
    const found = pattern.exec(shown)?.[0];
    return found === undefined || told.includes(found) ? [] : [`the answer tells of internals: ${found}`];
  });
}

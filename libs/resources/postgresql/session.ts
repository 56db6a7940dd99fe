import { Client } from 'pg';
import { boundedSignal } from '../outside/bounded-signal';
import { Slots } from '../outside/slots';
import { ResourceFailure } from '../resource-failure';
import type { Step } from '../resource-type';
import { failureOf } from './failures';

/** Connections to the provider's server that this process has open at once. */
const CONNECTIONS = 4;
/** Waiting for a connection and working on it together stay below what a step may take. */
const WAIT_MS = 2_000;
const WORK_MS = 5_000;
/** For locks, advisory ones included. */
const LOCK_MS = 3_000;
/**
 * After so long without a statement the server ends the session (PostgreSQL 14 and later). Below an engine's lease:
 * a worker that is stopped in the middle neither keeps its lock from the one that takes over, nor makes anything
 * when it wakes up.
 */
const IDLE_MS = 10_000;
/** First half of the key of advisory locks, so that they meet no other application's. */
export const LOCK_CLASS = 0x6b696c6e;

const slots = new Slots(CONNECTIONS);

/** One connection to the provider's database, for one step. */
export class Session {
  constructor(private readonly client: Client) {}

  get host(): string {
    return this.client.host;
  }

  get port(): number {
    return this.client.port;
  }

  /** Outside of a transaction: what has come back is committed. */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>(text, [...values]);
    return result.rows;
  }

  /** Waits until no other session of Kiln holds the name, and holds it until the session ends. */
  async lock(name: string): Promise<void> {
    await this.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, name]);
  }
}

/**
 * Runs `work` on a connection of its own, which is closed after it. All of it is bounded, the wait for a connection
 * included, and ends at the step's deadline; a statement that runs by then goes on in the server. What may pass is
 * thrown as a retryable ResourceFailure, the deadline as its own reason.
 */
export async function withSession<T>(step: Step, work: (session: Session) => Promise<T>): Promise<T> {
  const url = step.providers.database?.url;
  if (url === undefined) {
    throw new ResourceFailure(
      'no PostgreSQL is configured for resources: the operator sets KILN_PROVIDER_DATABASE_URL',
    );
  }
  try {
    return await slots.run(boundedSignal(step.signal, WAIT_MS), () =>
      connected(url, boundedSignal(step.signal, WORK_MS), work),
    );
  } catch (error) {
    step.signal.throwIfAborted();
    throw failureOf(error, url);
  }
}

async function connected<T>(url: string, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'kiln resources',
    connectionTimeoutMillis: WORK_MS,
    lock_timeout: LOCK_MS,
    options: `-c idle_session_timeout=${IDLE_MS}`,
  });
  // An error between two queries shows at the next one.
  client.on('error', () => undefined);
  const end = (): Promise<void> => client.end().catch(() => undefined);
  const aborted = rejectionOf(signal);
  try {
    return await Promise.race([aborted, client.connect().then(() => work(new Session(client)))]);
  } finally {
    // With a query under way this cuts the connection.
    await Promise.race([end(), aborted.catch(() => undefined)]);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

import { DatabaseError } from 'pg';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { preparedName } from '#entities';

/** What this process has asked of the database so far; exposed as metrics. */
export const sessionCounts = { statements: 0, transactions: 0 };

/** Runs prepared statements on one connection. The texts are constants: what varies goes into `values`. */
export class Session {
  constructor(private readonly client: PoolClient) {}

  async rows<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    sessionCounts.statements += 1;
    const result = await this.client.query<Row>({ name: preparedName(text), text, values });
    return result.rows;
  }
}

/** Runs `work` on a connection of the pool, without a transaction. */
export async function withSession<T>(database: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  return onConnection(database, (client) => work(new Session(client)));
}

/**
 * Runs `work` in a transaction; whatever it throws rolls back and is thrown on. Where the connection breaks at the
 * COMMIT nobody knows whether it was done: who repeats the work must find it done.
 */
export async function inTransaction<T>(database: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  return onConnection(database, async (client) => {
    sessionCounts.transactions += 1;
    await client.query('BEGIN');
    try {
      const result = await work(new Session(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      if (!isBroken(error)) await client.query('ROLLBACK');
      throw error;
    }
  });
}

/** A connection on which anything but a refusal of the server happened is not used again. */
async function onConnection<T>(database: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await (database.driver as unknown as { master: Pool }).master.connect();
  // A connection that breaks between two statements says so at the next one.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    broken = isBroken(error);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** Time-outs and lost connections come without an SQLSTATE; class 57 is a server that goes down. */
function isBroken(error: unknown): boolean {
  return !(error instanceof DatabaseError) || (error.code?.startsWith('57') ?? true);
}

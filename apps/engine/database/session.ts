import type { PoolClient } from 'pg';
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
  const runner = database.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    return await work(new Session(client));
  } finally {
    await runner.release();
  }
}

/** Runs `work` in a transaction; whatever it throws rolls back and is thrown on. */
export async function inTransaction<T>(database: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    sessionCounts.transactions += 1;
    await client.query('BEGIN');
    try {
      const result = await work(new Session(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

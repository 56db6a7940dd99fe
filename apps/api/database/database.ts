import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { preparedName } from '#entities';
import type { Query } from '#entities';
import { toDatabaseError } from './faults';

/** Runs statements inside one transaction. Texts are constants: they are prepared, and what varies goes into `values`. */
export interface Transaction {
  rows<Row>(text: string, values: unknown[]): Promise<Row[]>;
  /** Has something done once the transaction is committed, and only then. */
  afterCommit(effect: () => void): void;
}

/**
 * The api's way to PostgreSQL. Whatever says that the server is away, full or stuck is thrown as AppError
 * `database-unavailable`; everything else as it came.
 */
export class Database {
  private readonly pool: Pool;

  constructor(private readonly source: DataSource) {
    this.pool = (source.driver as unknown as { master: Pool }).master;
  }

  /** Runs a statement whose text is a constant: it is prepared once for each connection. */
  async prepared<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.run({ name: preparedName(text), text, values });
  }

  /** Runs a statement whose text was put together for this request. */
  async composed<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.run({ text, values });
  }

  /** Commits what `work` did, or nothing of it where it throws. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      // TypeORM's runner listens for the errors of a connection that breaks between two statements; a bare client
      // would end the process.
      const client = (await runner.connect()) as PoolClient;
      return await runTransaction(client, work);
    } catch (error) {
      throw toDatabaseError(error);
    } finally {
      await runner.release();
    }
  }

  private async run<Row>(statement: { name?: string; text: string; values: unknown[] }): Promise<Row[]> {
    try {
      const result = await this.pool.query(statement);
      return result.rows as Row[];
    } catch (error) {
      throw toDatabaseError(error);
    }
  }
}

async function runTransaction<T>(client: PoolClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const effects: (() => void)[] = [];
  await client.query('BEGIN');
  try {
    const result = await work({
      rows: async <Row>(text: string, values: unknown[]) => {
        const { rows } = await client.query({ name: preparedName(text), text, values });
        return rows as Row[];
      },
      afterCommit: (effect) => effects.push(effect),
    });
    await client.query('COMMIT');
    effects.forEach((effect) => effect());
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The shape that shared pieces of #entities run their statements through. */
export function queryOf(transaction: Transaction): Query {
  return (text, values) => transaction.rows(text, values);
}

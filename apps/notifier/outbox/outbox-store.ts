import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A notification that is to be told; `body` is published as it is. */
export interface OutboxRow {
  id: number;
  rootId: string;
  sequence: number;
  routingKey: string;
  body: string;
}

// Always from the beginning: a row with a lower id than one that was read may be committed later.
const READ = `
  SELECT id, root_id AS "rootId", sequence, routing_key AS "routingKey", body
  FROM outbox WHERE partition = $1 ORDER BY id LIMIT $2`;

const WAITING = `
  SELECT p AS partition FROM unnest($1::smallint[]) p WHERE EXISTS (SELECT 1 FROM outbox WHERE partition = p)`;

@Injectable()
export class OutboxStore {
  constructor(private readonly database: DataSource) {}

  /** A partition's oldest rows, in the order in which they are to be told. */
  async read(partition: number, limit: number): Promise<OutboxRow[]> {
    return this.database.query<OutboxRow[]>(READ, [partition, limit]);
  }

  async delete(partition: number, ids: readonly number[]): Promise<void> {
    await this.database.query('DELETE FROM outbox WHERE partition = $1 AND id = ANY($2)', [partition, ids]);
  }

  /** Which of these partitions have something to tell. */
  async waiting(partitions: readonly number[]): Promise<number[]> {
    const rows = await this.database.query<{ partition: number }[]>(WAITING, [partitions]);
    return rows.map(({ partition }) => partition);
  }
}

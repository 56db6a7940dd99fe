import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RootStretch } from './stretches';

/** The log that is indexed; what is written for another epoch than the present one is not written. */
export interface IndexedLog {
  partition: number;
  epoch: number;
}

export interface IndexStep extends IndexedLog {
  /** Offset up to which was indexed before, and is now. */
  from: number;
  to: number;
  stretches: readonly RootStretch[];
}

const SHAPE = `
  root_id AS "rootId", first_offset AS "firstOffset", last_offset AS "lastOffset",
  first_sequence AS "firstSequence", last_sequence AS "lastSequence"`;

const LAST = `
  SELECT DISTINCT ON (root_id) ${SHAPE} FROM log_stretches
  WHERE root_id = ANY($1) AND epoch = $2 ORDER BY root_id, first_offset DESC`;

// Stretches and offset move together or not at all; where another indexer has moved the offset, neither does.
const MOVE = `
  WITH moved AS (
    UPDATE log_streams SET indexed_to = $4 WHERE partition = $1 AND epoch = $2 AND indexed_to = $3 RETURNING epoch
  ), stored AS (
    INSERT INTO log_stretches
      (partition, epoch, root_id, first_offset, last_offset, first_sequence, last_sequence)
    SELECT $1, moved.epoch, t.* FROM moved,
      unnest($5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[]) t
    ON CONFLICT (root_id, epoch, first_offset)
      DO UPDATE SET last_offset = excluded.last_offset, last_sequence = excluded.last_sequence
  )
  SELECT count(*)::int AS moved FROM moved`;

const FORGET = `
  DELETE FROM log_stretches WHERE partition = $1 AND (epoch < $2 OR (epoch = $2 AND last_offset < $3))`;

const CUT = `
  SELECT ${SHAPE} FROM log_stretches
  WHERE partition = $1 AND epoch = $2 AND last_offset >= $3 AND first_offset < $3`;

const TRIM = `
  UPDATE log_stretches s SET first_offset = t.first_offset, first_sequence = t.first_sequence
  FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[]) t(root_id, before, first_offset, first_sequence)
  WHERE s.root_id = t.root_id AND s.epoch = $1 AND s.first_offset = t.before`;

@Injectable()
export class IndexStore {
  constructor(private readonly database: DataSource) {}

  /** The last stretch of each of these roots that has one. */
  async lastStretches(epoch: number, rootIds: readonly string[]): Promise<RootStretch[]> {
    return this.database.query<RootStretch[]>(LAST, [rootIds, epoch]);
  }

  /** Stores what was added to the index; answers false, and stores nothing, where somebody else has indexed. */
  async move({ partition, epoch, from, to, stretches }: IndexStep): Promise<boolean> {
    const [row] = await this.database.query<{ moved: number }[]>(MOVE, [
      partition,
      epoch,
      from,
      to,
      stretches.map(({ rootId }) => rootId),
      stretches.map(({ firstOffset }) => firstOffset),
      stretches.map(({ lastOffset }) => lastOffset),
      stretches.map(({ firstSequence }) => firstSequence),
      stretches.map(({ lastSequence }) => lastSequence),
    ]);
    return row?.moved === 1;
  }

  /** Forgets stretches of which the log retains nothing. */
  async forget({ partition, epoch }: IndexedLog, firstOffset: number): Promise<void> {
    await this.database.query(FORGET, [partition, epoch, firstOffset]);
  }

  /** Stretches of which the log has dropped the beginning. */
  async cutStretches({ partition, epoch }: IndexedLog, firstOffset: number): Promise<RootStretch[]> {
    return this.database.query<RootStretch[]>(CUT, [partition, epoch, firstOffset]);
  }

  /** Has each stretch begin where what is left of it does. */
  async trim(epoch: number, trimmed: readonly { before: RootStretch; after: RootStretch }[]): Promise<void> {
    await this.database.query(TRIM, [
      epoch,
      trimmed.map(({ before }) => before.rootId),
      trimmed.map(({ before }) => before.firstOffset),
      trimmed.map(({ after }) => after.firstOffset),
      trimmed.map(({ after }) => after.firstSequence),
    ]);
  }
}

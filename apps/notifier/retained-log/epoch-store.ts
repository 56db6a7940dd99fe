import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A partition's log as the database knows it. */
export interface LogEpoch {
  epoch: number;
  /** Last offset that is indexed; -1: none. */
  indexedTo: number;
  /** Nobody can have declared its stream yet. */
  isNew: boolean;
}

const BEGIN = `
  INSERT INTO log_streams (partition, epoch) VALUES ($1, 1) ON CONFLICT DO NOTHING RETURNING epoch`;

const READ = 'SELECT epoch, indexed_to FROM log_streams WHERE partition = $1';

// What is known of a lost stream goes with it: its offsets mean nothing in the next.
const NEXT = `
  WITH next AS (
    UPDATE log_streams SET epoch = epoch + 1, indexed_to = -1, started_at = now()
    WHERE partition = $1 AND epoch = $2 RETURNING epoch
  )
  DELETE FROM log_stretches s USING next WHERE s.partition = $1 AND s.epoch < next.epoch`;

@Injectable()
export class EpochStore {
  constructor(private readonly database: DataSource) {}

  /** The partition's present epoch; the first, where there was none. */
  async current(partition: number): Promise<LogEpoch> {
    const begun = await this.database.query<unknown[]>(BEGIN, [partition]);
    const [row] = await this.database.query<{ epoch: number; indexed_to: number }[]>(READ, [partition]);
    if (!row) throw new Error(`partition ${partition} has no log`);
    return { epoch: row.epoch, indexedTo: row.indexed_to, isNew: begun.length > 0 };
  }

  /** Begins the epoch after `lost`, unless somebody has done so already; answers the one that is present then. */
  async next(partition: number, lost: number): Promise<LogEpoch> {
    await this.database.query(NEXT, [partition, lost]);
    return this.current(partition);
  }
}

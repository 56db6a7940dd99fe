import { Injectable } from '@nestjs/common';
import type { Action, ResourceId, StackId, Status } from '#contracts';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { COUNTS } from './resource-store';

export interface MetadataRow {
  id: ResourceId;
  name: string;
  type: string;
  action: Action;
  status: Status;
  physical_id: string | null;
  /** What a request set, or else the template's as it was when the resource was last made or updated. */
  sealed_metadata: Buffer | null;
}

const FIND = `
  SELECT r.id, r.name, r.type, r.action, r.status, r.physical_id,
    COALESCE(r.sealed_set_metadata, r.sealed_metadata) AS sealed_metadata
  FROM resources r WHERE r.stack_id = $1 AND r.name = $2 AND ${COUNTS}`;

const SET = 'UPDATE resources SET sealed_set_metadata = $2 WHERE id = $1';

/** The metadata in the table of resources. */
@Injectable()
export class MetadataStore {
  constructor(private readonly database: Database) {}

  async find(stackId: StackId, name: string): Promise<MetadataRow | undefined> {
    const [row] = await this.database.prepared<MetadataRow>(FIND, [stackId, name]);
    return row;
  }

  /** As it is under its root's lock. */
  async findUnderLock(transaction: Transaction, stackId: StackId, name: string): Promise<MetadataRow | undefined> {
    const [row] = await transaction.rows<MetadataRow>(FIND, [stackId, name]);
    return row;
  }

  async set(transaction: Transaction, id: ResourceId, sealed: Buffer): Promise<void> {
    await transaction.rows(SET, [id, sealed]);
  }
}

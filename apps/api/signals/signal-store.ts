import { Injectable } from '@nestjs/common';
import type { Action, NodeId, ResourceId, RootId, StackId, Status } from '#contracts';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { COUNTS } from '../resources/resource-store';

/** A resource that is signalled. */
export interface SignalledRow {
  id: ResourceId;
  root_id: RootId;
  stack_id: StackId;
  stack_name: string;
  name: string;
  type: string;
  made_type: string;
  action: Action;
  status: Status;
  physical_id: string | null;
}

export interface StoredSignal {
  key: Buffer;
  bytes: number;
}

const FROM = `
  SELECT r.id, r.root_id, r.stack_id, s.name AS stack_name, r.name, r.type, r.made_type, r.action, r.status, r.physical_id
  FROM resources r JOIN stacks s ON s.id = r.stack_id`;

const FIND = `${FROM} WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL AND r.name = $3 AND ${COUNTS}`;
const FIND_BY_DIGEST = `${FROM} WHERE r.signal_digest = $1`;

const STORED = 'SELECT key, octet_length(sealed_body) AS bytes FROM signals WHERE resource_id = $1';
const DROP = 'DELETE FROM signals WHERE resource_id = $1 AND key = $2';
const INSERT = 'INSERT INTO signals (resource_id, key, sealed_body) VALUES ($1, $2, $3)';

/** Told to the work queue at once: a request that wakes is rare beside what windows are for. */
const WAKE = `
  WITH woken AS (
    UPDATE nodes n SET state = 'published', published_at = now() FROM operations o
    WHERE n.awaits = $1 AND n.state = 'parked' AND o.id = n.operation_id AND o.stage = 'running'
    RETURNING n.id, n.operation_id),
  counted AS (
    UPDATE operations o SET parked = o.parked - w.nodes, published = o.published + w.nodes
    FROM (SELECT operation_id, count(*)::int AS nodes FROM woken GROUP BY operation_id) w WHERE o.id = w.operation_id)
  SELECT id FROM woken`;

/** The tables of signals and of those that wait for them. */
@Injectable()
export class SignalStore {
  constructor(private readonly database: Database) {}

  /** The resource that a token is for; `undefined` too where it is gone. */
  async findByDigest(digest: Buffer): Promise<SignalledRow | undefined> {
    const [row] = await this.database.prepared<SignalledRow>(FIND_BY_DIGEST, [digest]);
    return row;
  }

  /** As it is under its root's lock. */
  async findByDigestUnderLock(transaction: Transaction, digest: Buffer): Promise<SignalledRow | undefined> {
    const [row] = await transaction.rows<SignalledRow>(FIND_BY_DIGEST, [digest]);
    return row;
  }

  /** The incarnation of a resource that counts, as it is under its root's lock. */
  async findUnderLock(
    transaction: Transaction,
    { project, id, name }: { project: string; id: StackId; name: string },
  ): Promise<SignalledRow | undefined> {
    const [row] = await transaction.rows<SignalledRow>(FIND, [id, project, name]);
    return row;
  }

  async stored(transaction: Transaction, id: ResourceId): Promise<StoredSignal[]> {
    return transaction.rows<StoredSignal>(STORED, [id]);
  }

  /** In place of one with the same key, under a new number: whoever waits has not seen it. */
  async put(transaction: Transaction, id: ResourceId, { key, sealed }: { key: Buffer; sealed: Buffer }): Promise<void> {
    await transaction.rows(DROP, [id, key]);
    await transaction.rows(INSERT, [id, key, sealed]);
  }

  /** Publishes the nodes that wait for signals of a resource; the caller holds the lock of the root. */
  async wake(transaction: Transaction, id: ResourceId): Promise<NodeId[]> {
    const rows = await transaction.rows<{ id: NodeId }>(WAKE, [id]);
    return rows.map((row) => row.id);
  }
}

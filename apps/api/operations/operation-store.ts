import { Injectable } from '@nestjs/common';
import { InvariantError } from '#contracts';
import type { OperationId, RunnableAction, StackId, Status } from '#contracts';
import { startOperation } from '#entities';
import type { NewOperation } from '#entities';
import { Database, queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import type { Keyset } from '../requests/keyset';

export interface OperationRow {
  id: OperationId;
  stack_id: StackId;
  action: RunnableAction;
  status: Status;
  status_reason: string;
  total: number;
  done: number;
  running: number;
  failed: number;
  superseded_by: OperationId | null;
  requested_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  deadline: Date | null;
}

/** An operation and its place in the list. */
export interface ListedOperationRow extends OperationRow {
  place: string[];
}

const COLUMNS = `o.id, o.stack_id, o.action, o.status, o.status_reason, o.total, o.done, o.running, o.failed,
  o.superseded_by, o.requested_by, o.created_at, o.started_at, o.finished_at, o.deadline`;

// Their nodes go when the engine plans the operation that came instead.
const SUPERSEDE = `
  WITH superseded AS (
    UPDATE operations SET superseded_by = $2, stage = 'settled', status = 'FAILED', status_reason = $3,
      finished_at = now()
    WHERE stack_id = $1 AND stage <> 'settled' AND id <> $2
    RETURNING id, action),
  timers_gone AS (
    DELETE FROM timers WHERE kind = 'operation-deadline' AND operation_id IN (SELECT id FROM superseded))
  SELECT id, action FROM superseded`;

// What was told to the work queue and not taken is taken back, but for what goes on after a wait.
const PAUSE = `
  WITH put_back AS (
    UPDATE nodes SET state = 'ready', published_at = NULL
    WHERE operation_id = $1 AND state = 'published' AND token = 0 RETURNING id),
  timer_gone AS (
    DELETE FROM timers WHERE kind = 'operation-deadline' AND operation_id = $1),
  counted AS (SELECT count(*)::integer AS count FROM put_back)
  UPDATE operations SET paused_at = now(), status = 'PAUSED', ready = ready + count, published = published - count
  FROM counted WHERE id = $1`;

const RESUME = `
  WITH pause AS (SELECT now() - paused_at AS length FROM operations WHERE id = $1),
  put_off AS (
    UPDATE nodes SET deadline = deadline + length FROM pause WHERE operation_id = $1 AND state <> 'running'),
  resumed AS (
    UPDATE operations SET paused_at = NULL, status = 'IN_PROGRESS', deadline = deadline + length
    FROM pause WHERE id = $1 RETURNING id, root_id, deadline)
  INSERT INTO timers (kind, due_at, root_id, operation_id)
  SELECT 'operation-deadline', deadline, root_id, id FROM resumed`;

const REQUEST_CANCEL = 'UPDATE operations SET cancel_requested_at = now() WHERE id = $1';

const FIND = `SELECT ${COLUMNS} FROM operations o WHERE o.id = $1 AND o.stack_id = $2`;

/** The table of operations. Whoever writes holds the root's lock. */
@Injectable()
export class OperationStore {
  constructor(private readonly database: Database) {}

  /** Writes the operation, for an engine to plan, and the timer of its deadline. */
  async start(transaction: Transaction, operation: NewOperation): Promise<void> {
    await startOperation(queryOf(transaction), operation);
  }

  /** Ends whatever operation of the stack is not settled; answers those that were. */
  async supersede(
    transaction: Transaction,
    by: Pick<NewOperation, 'id' | 'stackId'>,
    reason: string,
  ): Promise<Pick<OperationRow, 'id' | 'action'>[]> {
    return transaction.rows(SUPERSEDE, [by.stackId, by.id, reason]);
  }

  /** Nothing more of it is begun, nor does it end, until it is resumed. */
  async pause(transaction: Transaction, id: OperationId): Promise<void> {
    await transaction.rows(PAUSE, [id]);
  }

  /** What was paused may go on; the time of the pause does not count. */
  async resume(transaction: Transaction, id: OperationId): Promise<void> {
    await transaction.rows(RESUME, [id]);
  }

  /** An engine is to end it as soon as what runs has ended, without undoing anything. */
  async requestCancel(transaction: Transaction, id: OperationId): Promise<void> {
    await transaction.rows(REQUEST_CANCEL, [id]);
  }

  async find(stackId: StackId, id: string): Promise<OperationRow | undefined> {
    const [row] = await this.database.prepared<OperationRow>(FIND, [id, stackId]);
    return row;
  }

  /** An operation that is there, as it is under its root's lock. */
  async findUnderLock(transaction: Transaction, stackId: StackId, id: OperationId): Promise<OperationRow> {
    const [row] = await transaction.rows<OperationRow>(FIND, [id, stackId]);
    if (!row) throw new InvariantError(`no operation ${id}`);
    return row;
  }

  /** Where an operation stands in the list; `undefined`: the stack has no such operation. */
  async placeOf(stackId: StackId, id: string, keyset: Keyset): Promise<string[] | undefined> {
    const text = `SELECT ${keyset.place} FROM operations o WHERE o.id = $1 AND o.stack_id = $2`;
    const [row] = await this.database.composed<{ place: string[] }>(text, [id, stackId]);
    return row?.place;
  }

  /** Up to `most` operations of the stack after a place. */
  async list(
    stackId: StackId,
    { keyset, after, most }: { keyset: Keyset; after: string[] | undefined; most: number },
  ): Promise<ListedOperationRow[]> {
    const beyond = after ? `AND ${keyset.after(3)}` : '';
    const text = `SELECT ${COLUMNS}, ${keyset.place} FROM operations o
      WHERE o.stack_id = $1 ${beyond} ORDER BY ${keyset.order} LIMIT $2`;
    return this.database.composed<ListedOperationRow>(text, [stackId, most, ...(after ?? [])]);
  }
}

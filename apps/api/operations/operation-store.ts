import { Injectable } from '@nestjs/common';
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

  async find(stackId: StackId, id: string): Promise<OperationRow | undefined> {
    const [row] = await this.database.prepared<OperationRow>(FIND, [id, stackId]);
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

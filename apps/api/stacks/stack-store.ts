import { Injectable } from '@nestjs/common';
import { InvariantError } from '#contracts';
import type { Action, JsonObject, OperationId, RootId, RunnableAction, StackId, Status } from '#contracts';
import type { LockedRoot } from '#entities';
import type { CheckedStack } from '../checking/template-checker';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { violates } from '../database/faults';
import { nameTaken } from './refusals';

/** A stack with its current operation's counters, as every answer needs it. */
export interface StackRow {
  id: StackId;
  root_id: RootId;
  parent_id: StackId | null;
  project: string;
  name: string;
  description: string;
  action: Action;
  status: Status;
  status_reason: string;
  shown_parameters: JsonObject;
  tags: string[];
  disable_rollback: boolean;
  timeout_mins: number | null;
  owner: string;
  revision: number;
  created_at: Date;
  updated_at: Date | null;
  deleted_at: Date | null;
  total: number;
  done: number;
  running: number;
  failed: number;
}

export interface WholeStackRow extends StackRow {
  sealed_outputs: Buffer | null;
}

/** What a stack that changes is decided on. */
export interface StackUnderLock extends WholeStackRow {
  definition_id: string;
  operation_id: OperationId;
  /** The last definition that the stack was made whole by; null: there was none. */
  good_definition_id: string | null;
}

/** A stack of the project, which may be deleted. */
export interface LocatedStack {
  rootId: RootId;
  name: string;
  deleted: boolean;
}

type LocatedRow = Pick<StackRow, 'root_id' | 'name' | 'deleted_at'>;

export interface NewStack {
  id: StackId;
  project: string;
  owner: string;
  operationId: OperationId;
  definitionId: string;
  checked: CheckedStack;
}

export const STACK_COLUMNS = `s.id, s.root_id, s.parent_id, s.project, s.name, s.description, s.action, s.status,
  s.status_reason, s.shown_parameters, s.tags, s.disable_rollback, s.timeout_mins, s.owner, s.revision,
  s.created_at, s.updated_at, s.deleted_at, o.total, o.done, o.running, o.failed`;

export const STACK_SOURCE = 'stacks s JOIN operations o ON o.id = s.operation_id';

const FIND = `
  SELECT ${STACK_COLUMNS}, s.sealed_outputs FROM ${STACK_SOURCE}
  WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL`;

const LOCATE = 'SELECT root_id, name, deleted_at FROM stacks WHERE id = $1 AND project = $2';

const TEMPLATE = `
  SELECT d.sealed_template FROM stacks s JOIN definitions d ON d.id = s.definition_id
  WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL`;

// Counts no further than the quota: what a project with many stacks costs does not grow with their number.
const COUNT_LIVING = `
  SELECT count(*)::integer AS living FROM (
    SELECT 1 FROM stacks WHERE project = $1 AND deleted_at IS NULL AND parent_id IS NULL LIMIT $2) counted`;

const LOCK_QUOTA = "SELECT pg_advisory_xact_lock(hashtext('kiln-quota-stacks'), hashtext($1))";

const INSERT_ROOT = `
  INSERT INTO roots (id, project, partition) VALUES ($1, $2, $3)
  RETURNING id, project, partition, sequence, clock_timestamp() AS at`;

const INSERT_STACK = `
  WITH s AS (
    INSERT INTO stacks (id, root_id, project, name, description, action, status, operation_id, definition_id,
      shown_parameters, tags, disable_rollback, timeout_mins, owner)
    VALUES ($1, $1, $2, $3, $4, 'CREATE', 'IN_PROGRESS', $5, $6, $7, $8, $9, $10, $11)
    RETURNING *)
  SELECT ${STACK_COLUMNS}, s.sealed_outputs FROM s, (VALUES (0, 0, 0, 0)) o(total, done, running, failed)`;

const LOCK_ROOT = `
  SELECT id, project, partition, sequence, clock_timestamp() AS at FROM roots WHERE id = $1 FOR NO KEY UPDATE`;

const FIND_UNDER_LOCK = `
  SELECT ${STACK_COLUMNS}, s.sealed_outputs, s.definition_id, s.operation_id, s.good_definition_id
  FROM ${STACK_SOURCE}
  WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL`;

const BEGIN_OPERATION = `
  WITH s AS (
    UPDATE stacks SET operation_id = $2, action = $3, status = 'IN_PROGRESS', status_reason = '',
      revision = revision + 1, updated_at = now()
    WHERE id = $1 RETURNING *)
  SELECT ${STACK_COLUMNS}, s.sealed_outputs FROM s, (VALUES (0, 0, 0, 0)) o(total, done, running, failed)`;

const SET_STATUS = `UPDATE stacks SET status = $2, status_reason = $3, updated_at = now() WHERE id = $1`;

/** The tables of stacks, their roots and their definitions. */
@Injectable()
export class StackStore {
  constructor(private readonly database: Database) {}

  /** A living stack of the project, in one statement. */
  async find(project: string, id: StackId): Promise<WholeStackRow | undefined> {
    const [row] = await this.database.prepared<WholeStackRow>(FIND, [id, project]);
    return row;
  }

  /** Where a stack of the project is that may be deleted already, and whether it is. */
  async locate(project: string, id: string): Promise<LocatedStack | undefined> {
    const [row] = await this.database.prepared<LocatedRow>(LOCATE, [id, project]);
    return row && { rootId: row.root_id, name: row.name, deleted: row.deleted_at !== null };
  }

  /** The template as it was last accepted, sealed. */
  async template(project: string, id: StackId): Promise<Buffer | undefined> {
    const [row] = await this.database.prepared<{ sealed_template: Buffer }>(TEMPLATE, [id, project]);
    return row?.sealed_template;
  }

  /** Living stacks of the project, counted up to `most`. */
  async countLiving(transaction: Transaction, project: string, most: number): Promise<number> {
    const [row] = await transaction.rows<{ living: number }>(COUNT_LIVING, [project, most]);
    return row?.living ?? 0;
  }

  /** Until the transaction ends, nobody else may take this lock of the project. */
  async lockQuota(transaction: Transaction, project: string): Promise<void> {
    await transaction.rows(LOCK_QUOTA, [project]);
  }

  /** Writes the root of a new stack. Nobody else can see it before the commit, so it is locked as well. */
  async insertRoot(transaction: Transaction, id: StackId, project: string, partition: number): Promise<LockedRoot> {
    return one(await transaction.rows<LockedRoot>(INSERT_ROOT, [id, project, partition]));
  }

  /** Writes a new outermost stack; AppError `conflict` where the project has one of that name. */
  async insert(transaction: Transaction, stack: NewStack): Promise<WholeStackRow> {
    const { id, project, owner, operationId, definitionId, checked } = stack;
    const { name, description, tags, disableRollback, timeoutMins, shownParameters } = checked;
    const settings = [shownParameters, tags, disableRollback, timeoutMins, owner];
    try {
      const values = [id, project, name, description, operationId, definitionId, ...settings];
      return one(await transaction.rows<WholeStackRow>(INSERT_STACK, values));
    } catch (error) {
      if (!violates(error, 'stacks_living_name')) throw error;
      throw nameTaken(name, error);
    }
  }

  /** Locks a root, before anything else in the transaction is; its sequence is the one after the lock was had. */
  async lockRoot(transaction: Transaction, id: RootId): Promise<LockedRoot | undefined> {
    const [root] = await transaction.rows<LockedRoot>(LOCK_ROOT, [id]);
    return root;
  }

  /** A living stack of the project as it is under its root's lock. */
  async findUnderLock(transaction: Transaction, project: string, id: StackId): Promise<StackUnderLock | undefined> {
    const [row] = await transaction.rows<StackUnderLock>(FIND_UNDER_LOCK, [id, project]);
    return row;
  }

  /** What is being done to the stack stays the same; how far it is does not. */
  async setStatus(transaction: Transaction, id: StackId, status: Status, reason: string): Promise<void> {
    await transaction.rows(SET_STATUS, [id, status, reason]);
  }

  /** Makes an accepted operation the stack's current one; the revision rises. */
  async beginOperation(
    transaction: Transaction,
    id: StackId,
    operation: { id: OperationId; action: RunnableAction },
  ): Promise<WholeStackRow> {
    return one(await transaction.rows<WholeStackRow>(BEGIN_OPERATION, [id, operation.id, operation.action]));
  }
}

function one<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new InvariantError('a statement that answers one row answered none');
  return row;
}

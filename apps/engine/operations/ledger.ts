import type { OperationId } from '#contracts';
import { moveNodes } from '#orchestration';
import type { CountedState } from '#orchestration';
import type { Session } from '../database/session';
import type { OperationRow } from './operation-row';
import { LOAD_OPERATIONS, STORE_OPERATIONS } from './statements';

/**
 * The operations that a transaction touches, read and written under their roots' lock. Counters are moved in memory
 * and stored once, so that a commit of 200 steps writes each operation's row once.
 */
export class Ledger {
  private readonly operations = new Map<OperationId, OperationRow>();
  private readonly changed = new Set<OperationRow>();

  constructor(private readonly session: Session) {}

  async load(ids: Iterable<OperationId>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.operations.has(id));
    if (missing.length === 0) return;
    const rows = await this.session.rows<OperationRow>(LOAD_OPERATIONS, [missing]);
    for (const row of rows) this.operations.set(row.id, row);
  }

  get(id: OperationId): OperationRow | undefined {
    return this.operations.get(id);
  }

  all(): OperationRow[] {
    return [...this.operations.values()];
  }

  /** Counts nodes into another state. An operation that is over, or superseded, counts no more. */
  move(id: OperationId, from: CountedState, to: CountedState, count = 1): void {
    const operation = this.operations.get(id);
    if (operation?.stage !== 'running' || count === 0) return;
    moveNodes(operation, from, to, count);
    this.changed.add(operation);
  }

  /** One of the nodes that were to clean up in the end is done with before its turn. */
  doneBeforeCleanup(id: OperationId): void {
    const operation = this.operations.get(id);
    if (operation?.stage === 'running' && operation.held > 0) operation.held -= 1;
  }

  /** Keeps the first thing that went wrong. */
  noteFailure(id: OperationId, reason: string): void {
    const operation = this.operations.get(id);
    if (operation?.stage !== 'running') return;
    operation.first_failure ??= reason;
    this.changed.add(operation);
  }

  touch(operation: OperationRow): void {
    this.changed.add(operation);
  }

  /** Writes what has changed since the last time; called at the end of a transaction, and before statements that read it. */
  async store(): Promise<void> {
    const rows = [...this.changed];
    this.changed.clear();
    if (rows.length === 0) return;
    const column = <K extends keyof OperationRow>(key: K): OperationRow[K][] => rows.map((row) => row[key]);
    await this.session.rows(STORE_OPERATIONS, [
      column('id'),
      column('total'),
      column('ready'),
      column('published'),
      column('running'),
      column('parked'),
      column('done'),
      column('failed'),
      column('cancelled'),
      column('stage'),
      column('status'),
      column('status_reason'),
      column('first_failure'),
      column('held'),
    ]);
  }
}

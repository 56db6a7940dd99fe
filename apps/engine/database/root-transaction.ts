import type { DataSource } from 'typeorm';
import type { CommandMessage, NodeId, Notification, OperationId, RootId } from '#contracts';
import { appendNotifications } from '#entities';
import type { LockedRoot } from '#entities';
import { Ledger } from '../operations/ledger';
import type { ClaimedNode } from '../work/claimed-node';
import { inTransaction } from './session';
import type { Session } from './session';

/** What is to be done after the commit, and only then. Losing it costs seconds: the sweeper finds what is ready. */
export interface Effects {
  readonly publish: NodeId[];
  readonly commands: CommandMessage[];
  readonly partitions: Set<number>;
  /** Nodes that this engine claimed in the transaction. */
  readonly taken: ClaimedNode[];
  /** Room of this engine that they took; it is given back when they are worked on. */
  roomTaken: number;
}

/**
 * The one lock order: no row is locked before the roots, roots are locked in the order of their ids, and sequence
 * numbers and outbox ids are drawn while they are held.
 */
const LOCK_ROOTS = `
  SELECT id, project, partition, sequence, clock_timestamp() AS at
   FROM roots WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** A transaction that holds the lock of some roots. */
export class RootTransaction {
  readonly ledger: Ledger;
  readonly effects: Effects = { publish: [], commands: [], partitions: new Set(), taken: [], roomTaken: 0 };
  private readonly rollbacks: (() => void)[] = [];
  /** Operations whose ready nodes were just given back: they are let go by a later commit or the sweeper. */
  readonly resting = new Set<OperationId>();
  private readonly told = new Map<RootId, Notification[]>();

  constructor(
    readonly session: Session,
    private readonly roots: ReadonlyMap<RootId, LockedRoot>,
  ) {
    this.ledger = new Ledger(session);
  }

  /** Has something undone that is not in the database, should the transaction fail. */
  onRollback(undo: () => void): void {
    this.rollbacks.push(undo);
  }

  undo(): void {
    for (const undo of this.rollbacks) undo();
  }

  holds(root: RootId): boolean {
    return this.roots.has(root);
  }

  /** Remembers a state change that this transaction makes, to be told in the order of the calls. */
  tell(root: RootId, notification: Notification): void {
    const told = this.told.get(root);
    if (told) told.push(notification);
    else this.told.set(root, [notification]);
  }

  /** Draws the sequence numbers and writes the outbox. */
  async writeOutbox(): Promise<void> {
    const told = [...this.told].flatMap(([id, notifications]) => {
      const root = this.roots.get(id);
      if (!root) return [];
      this.effects.partitions.add(root.partition);
      return [{ root, notifications }];
    });
    await appendNotifications((text, values) => this.session.rows(text, values), told);
  }
}

/**
 * Locks the roots, runs `work`, stores the operations it touched and what it told, and commits. Nothing outside
 * PostgreSQL may be called in `work`.
 */
export async function underRoots(
  database: DataSource,
  rootIds: Iterable<RootId>,
  work: (transaction: RootTransaction) => Promise<void>,
): Promise<Effects> {
  let transaction: RootTransaction | undefined;
  try {
    return await inTransaction(database, async (session) => {
      const rows = await session.rows<LockedRoot>(LOCK_ROOTS, [[...new Set(rootIds)]]);
      transaction = new RootTransaction(session, new Map(rows.map((row) => [row.id, row])));
      await work(transaction);
      await transaction.ledger.store();
      await transaction.writeOutbox();
      return transaction.effects;
    });
  } catch (error) {
    transaction?.undo();
    throw error;
  }
}

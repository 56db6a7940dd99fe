import type { NodeId, OperationId, RootId } from '#contracts';
import { assertNever } from '#contracts';
import type { TimerKind } from '#entities';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { inTransaction } from '../database/session';
import { dispatchReady } from '../operations/dispatch';
import type { Dispatcher } from '../operations/dispatch';
import { endEarly } from '../operations/end-early';
import type { OperationRow } from '../operations/operation-row';
import { settleOperations } from '../operations/settle-operations';
import { byRoot } from './by-root';
import { WAKE_NODES } from '../operations/statements';
import { DROP_TAKEN_TIMERS, TAKE_TIMERS } from './statements';
import type { SweepTools } from './sweep-tools';

interface DueTimer {
  id: number;
  kind: TimerKind;
  root_id: RootId;
  operation_id: OperationId;
  node_id: NodeId | null;
}

/** Fires the timers that are due: takes them, acts under their roots' lock, and removes them in the same commit. */
export async function fireTimers(tools: SweepTools): Promise<Effects[]> {
  const due = await inTransaction(tools.database, (session) => session.rows<DueTimer>(TAKE_TIMERS, []));
  return byRoot(due, (timers) => fire(tools, timers), tools.log);
}

async function fire(tools: SweepTools, due: readonly DueTimer[]): Promise<Effects> {
  const roots = due.map((timer) => timer.root_id);
  return underRoots(tools.database, roots, async (transaction) => {
    await wakeNodes(
      transaction,
      due.filter(({ kind }) => kind === 'node-wake'),
    );
    for (const timer of due) await fireDeadline(transaction, timer, tools);
    await transaction.session.rows(DROP_TAKEN_TIMERS, [due.map(({ id }) => id)]);
    await settleOperations(transaction, tools.sealOutputs);
    await dispatchReady(transaction, tools.dispatcher);
  });
}

async function wakeNodes(transaction: RootTransaction, timers: readonly DueTimer[]): Promise<void> {
  const ids = timers.map((timer) => timer.node_id);
  if (ids.length === 0) return;
  const woken = await transaction.session.rows<{ operation_id: OperationId }>(WAKE_NODES, [ids]);
  await transaction.ledger.load(woken.map((node) => node.operation_id));
  for (const node of woken) transaction.ledger.move(node.operation_id, 'parked', 'ready');
}

async function fireDeadline(transaction: RootTransaction, timer: DueTimer, tools: SweepTools): Promise<void> {
  switch (timer.kind) {
    case 'node-wake':
      return;
    case 'operation-deadline':
      await transaction.ledger.load([timer.operation_id]);
      return expire(transaction, transaction.ledger.get(timer.operation_id), tools.dispatcher);
    default:
      return assertNever(timer.kind);
  }
}

/** The stack's time is over. A step in progress has a deadline of its own, which is never later. */
async function expire(
  transaction: RootTransaction,
  operation: OperationRow | undefined,
  dispatcher: Dispatcher,
): Promise<void> {
  if (!operation || operation.stage === 'settled') return;
  const reason = `Stack ${operation.action} timed out: it may take ${operation.timeout_mins ?? DEFAULT_TIMEOUT_MINS} min`;
  await endEarly(transaction, operation, reason, dispatcher);
}

const DEFAULT_TIMEOUT_MINS = 60;

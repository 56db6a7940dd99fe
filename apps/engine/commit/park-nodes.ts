import type { NodeId, OperationId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import type { ChangeOf } from './change';
import { DROP_WAKE_TIMERS, PARK_NODES, START_WAKE_TIMERS, WAKE_SIGNALLED } from './statements';
import { stateColumns, storePhysicalIds } from './step-columns';

type Parking = ChangeOf<'park'>;

/** Parks nodes until a time or a signal. Answers those that are parked; the others were superseded, or are not their workers' any more. */
export async function parkNodes(
  transaction: RootTransaction,
  changes: readonly Parking[],
): Promise<ReadonlySet<NodeId>> {
  if (changes.length === 0) return new Set();
  const rows = await transaction.session.rows<{ id: NodeId; operation_id: OperationId }>(PARK_NODES, [
    ...stateColumns(changes),
    changes.map(({ wait }) => (wait.deliberate && !wait.signals ? wait.ms : 0)),
    changes.map(({ wait }) => (wait.deliberate && wait.signals ? wait.ms : null)),
    changes.map(({ wait }) => wait.signals?.of ?? null),
  ]);
  const parked = new Set(rows.map(({ id }) => id));
  const fenced = changes.filter(({ node }) => parked.has(node.id));
  await transaction.ledger.load(rows.map((row) => row.operation_id));
  for (const { operation_id } of rows) transaction.ledger.move(operation_id, 'running', 'parked');
  await startWakeTimers(transaction, fenced);
  await wakeSignalled(transaction, fenced);
  await storePhysicalIds(transaction, fenced);
  return parked;
}

async function startWakeTimers(transaction: RootTransaction, parked: readonly Parking[]): Promise<void> {
  if (parked.length === 0) return;
  const signalled = parked.filter(({ wait }) => wait.signals).map(({ node }) => node.id);
  if (signalled.length > 0) await transaction.session.rows(DROP_WAKE_TIMERS, [signalled]);
  await transaction.session.rows(START_WAKE_TIMERS, [
    parked.map(({ node }) => node.id),
    parked.map(({ wait }) => wait.ms),
  ]);
}

/** A signal that came between the step's look and this commit found nobody parked. */
async function wakeSignalled(transaction: RootTransaction, parked: readonly Parking[]): Promise<void> {
  const waits = parked.flatMap(({ node, wait }) => (wait.signals ? [{ id: node.id, seen: wait.signals.seen }] : []));
  if (waits.length === 0) return;
  const values = [waits.map(({ id }) => id), waits.map(({ seen }) => seen)];
  const woken = await transaction.session.rows<{ operation_id: OperationId }>(WAKE_SIGNALLED, values);
  for (const { operation_id } of woken) transaction.ledger.move(operation_id, 'parked', 'ready');
}

import type { NodeId, OperationId } from '#contracts';
import type { NodeState } from '#entities';
import { finishNodes } from '../commit/finish-nodes';
import type { RootTransaction } from '../database/root-transaction';
import { claimNodes } from '../work/claim';
import type { Dispatcher } from './dispatch';
import type { OperationRow } from './operation-row';
import { CANCEL_UNSTARTED, SELECT_PARKED, WAKE_NODES } from './statements';

/**
 * Has an operation end as soon as its steps in progress have ended: what was not begun is not begun, what is parked fails
 * with this reason, which is the operation's too where nothing went wrong before.
 */
export async function endEarly(
  transaction: RootTransaction,
  operation: OperationRow,
  reason: string,
  dispatcher: Dispatcher,
): Promise<void> {
  if (operation.stage === 'requested') operation.stage = 'running';
  transaction.ledger.noteFailure(operation.id, reason);
  const unstarted = await transaction.session.rows<{ state: Exclude<NodeState, 'running' | 'parked'> }>(
    CANCEL_UNSTARTED,
    [operation.id],
  );
  operation.held = 0;
  for (const { state } of unstarted) transaction.ledger.move(operation.id, state, 'cancelled');
  const parked = await transaction.session.rows<{ id: NodeId }>(SELECT_PARKED, [operation.id]);
  const claimed = await claimParked(transaction, parked, dispatcher);
  await finishNodes(
    transaction,
    claimed.map((node) => ({
      kind: 'failed' as const,
      rootId: node.root_id,
      node,
      reason,
      physicalId: null,
      properties: null,
    })),
  );
}

async function claimParked(
  transaction: RootTransaction,
  parked: readonly { id: NodeId }[],
  dispatcher: Dispatcher,
): ReturnType<typeof claimNodes> {
  const ids = parked.map(({ id }) => id);
  if (ids.length === 0) return [];
  const woken = await transaction.session.rows<{ operation_id: OperationId }>(WAKE_NODES, [ids]);
  for (const node of woken) transaction.ledger.move(node.operation_id, 'parked', 'ready');
  return claimNodes(transaction, ids, 'ready', dispatcher);
}

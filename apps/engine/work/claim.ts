import type { NodeId, WorkerId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { resourceNotification } from '../operations/notifications';
import { actionOf, isNeedless } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import { CLAIM, MARK_IN_PROGRESS } from './statements';

export interface Claimer {
  workerId: WorkerId;
  /** How long a step may take before it is aborted. */
  actionTimeoutMs: number;
  /** Whether making this resource touches nothing outside, so that no intent needs to be stored. */
  isInstant(node: ClaimedNode): boolean;
}

/**
 * Claims nodes under their roots' lock and stores the intent: the resource is IN_PROGRESS, and that is told.
 * Nodes in another state than `from` are skipped. What was claimed is returned.
 */
export async function claimNodes(
  transaction: RootTransaction,
  ids: readonly NodeId[],
  from: 'ready' | 'published',
  claimer: Claimer,
): Promise<ClaimedNode[]> {
  if (ids.length === 0) return [];
  const values = [ids, claimer.workerId, claimer.actionTimeoutMs / 1_000, from];
  const claimed = await transaction.session.rows<ClaimedNode>(CLAIM, values);
  await transaction.ledger.load(claimed.map((node) => node.operation_id));
  for (const node of claimed) {
    node.read_at = performance.now();
    transaction.ledger.move(node.operation_id, from, 'running');
  }
  await markInProgress(
    transaction,
    claimed.filter((node) => makesIntent(node) && !claimer.isInstant(node)),
  );
  return claimed;
}

/** Not what is only looked at: the resource is what it was until that is over, however it ends. */
function makesIntent(node: ClaimedNode): boolean {
  return node.task !== 'decide' && node.task !== 'check' && !isNeedless(node);
}

/** A node that was taken over, or that looks again, is IN_PROGRESS already: nothing changes, nothing is told. */
export async function markInProgress(transaction: RootTransaction, nodes: readonly ClaimedNode[]): Promise<void> {
  const begun = nodes.filter(
    (node) => node.resource_action !== actionOf(node) || node.resource_status !== 'IN_PROGRESS',
  );
  if (begun.length === 0) return;
  await transaction.session.rows(MARK_IN_PROGRESS, [begun.map((node) => node.resource_id), begun.map(actionOf)]);
  for (const node of begun) {
    node.resource_action = actionOf(node);
    node.resource_status = 'IN_PROGRESS';
    transaction.tell(node.root_id, resourceNotification(node, { status: 'IN_PROGRESS' }));
  }
}

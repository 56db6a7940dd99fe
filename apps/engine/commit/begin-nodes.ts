import type { NodeId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { driftNotification } from '../operations/notifications';
import { markInProgress } from '../work/claim';
import type { ClaimedNode } from '../work/claimed-node';
import type { ChangeOf } from './change';
import { BEGIN_NODES, INSERT_REPLACEMENTS, MARK_LOST, STORE_SEEN } from './statements';

/**
 * Stores what was decided to be done with resources: the row of a new incarnation where one is replaced, and that it is
 * in progress. Answers the nodes that are still their workers'; to the others nothing happens.
 */
export async function beginNodes(
  transaction: RootTransaction,
  changes: readonly ChangeOf<'begin'>[],
): Promise<ReadonlySet<NodeId>> {
  if (changes.length === 0) return new Set();
  const rows = await transaction.session.rows<{ id: NodeId; isNew: boolean }>(BEGIN_NODES, [
    changes.map(({ node }) => node.id),
    changes.map(({ node }) => node.token),
    changes.map(({ task }) => task),
    changes.map(({ replacement }) => replacement),
  ]);
  const isNew = new Set(rows.filter((row) => row.isNew).map(({ id }) => id));
  const fenced = changes.filter(({ node }) => isNew.has(node.id));
  await storeSeen(transaction, fenced);
  await insertReplacements(transaction, fenced);
  await markInProgress(transaction, fenced.filter(({ tells }) => tells).map(begunNode));
  return new Set(rows.map(({ id }) => id));
}

async function storeSeen(transaction: RootTransaction, begun: readonly ChangeOf<'begin'>[]): Promise<void> {
  const seen = begun.flatMap(({ node, seen: thing }) =>
    thing === undefined ? [] : [{ id: node.resource_id, ...thing }],
  );
  if (seen.length > 0) {
    await transaction.session.rows(STORE_SEEN, [
      seen.map(({ id }) => id),
      seen.map(({ physicalId }) => physicalId),
      seen.map(({ properties }) => properties),
      seen.map(({ attributes }) => attributes),
    ]);
  }
  const drifted = begun.flatMap(({ drift, ...change }) => (drift === undefined ? [] : [{ ...change, drift }]));
  for (const { node, drift } of drifted) transaction.tell(node.root_id, driftNotification(node, drift));
  const lost = drifted.filter(({ replacement }) => replacement !== null);
  if (lost.length === 0) return;
  await transaction.session.rows(MARK_LOST, [
    lost.map(({ node }) => node.resource_id),
    lost.map(({ drift }) => drift.reason),
  ]);
}

async function insertReplacements(transaction: RootTransaction, begun: readonly ChangeOf<'begin'>[]): Promise<void> {
  const replaced = begun.filter(({ replacement }) => replacement !== null);
  if (replaced.length === 0) return;
  await transaction.session.rows(INSERT_REPLACEMENTS, [
    replaced.map(({ replacement }) => replacement),
    replaced.map(({ node }) => node.resource_id),
    replaced.map(({ madeType }) => madeType),
  ]);
}

/** The node as it is once its beginning is committed. */
export function begunNode({ node, task, replacement, madeType, seen }: ChangeOf<'begin'>): ClaimedNode {
  // What the look stored is nothing to the step.
  const begun = { ...node, task, sealed_step_state: null };
  if (replacement === null) {
    if (seen === undefined) return begun;
    return { ...begun, sealed_properties: seen.properties, physical_id: seen.physicalId ?? node.physical_id };
  }
  const isNew = {
    resource_action: 'INIT',
    resource_status: 'COMPLETE',
    physical_id: null,
    sealed_properties: null,
    sealed_metadata: null,
    sealed_attributes: null,
    marked_unhealthy: false,
  } as const;
  return { ...begun, ...isNew, resource_id: replacement, made_type: madeType };
}

import type { NodeId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { markInProgress } from '../work/claim';
import type { ClaimedNode } from '../work/claimed-node';
import type { ChangeOf } from './change';
import { BEGIN_NODES, INSERT_REPLACEMENTS } from './statements';

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
  await insertReplacements(transaction, fenced);
  await markInProgress(transaction, fenced.filter(({ tells }) => tells).map(begunNode));
  return new Set(rows.map(({ id }) => id));
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
export function begunNode({ node, task, replacement, madeType }: ChangeOf<'begin'>): ClaimedNode {
  if (replacement === null) return { ...node, task };
  const isNew = {
    resource_action: 'INIT',
    resource_status: 'COMPLETE',
    physical_id: null,
    sealed_properties: null,
    sealed_metadata: null,
  } as const;
  return { ...node, ...isNew, task, resource_id: replacement, made_type: madeType };
}

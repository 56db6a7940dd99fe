import type { DataSource } from 'typeorm';
import type { NodeId, OperationId } from '#contracts';
import type { Failpoints } from '#process';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { dispatchReady } from '../operations/dispatch';
import { failInterrupted } from '../operations/fail-interrupted';
import type { Dispatcher } from '../operations/dispatch';
import { settleOperations } from '../operations/settle-operations';
import type { SealOutputs } from '../operations/settle-operations';
import { claimNodes } from '../work/claim';
import { PUT_BACK } from '../work/statements';
import { beginNodes } from './begin-nodes';
import { changesOf } from './change';
import type { Change, ChangeOf } from './change';
import { finishNodes, releaseNodes } from './finish-nodes';
import { parkNodes } from './park-nodes';
import { END_SUPERSEDED, KEEP_NODES } from './statements';
import { stateColumns, storePhysicalIds } from './step-columns';

export interface Applier {
  database: DataSource;
  dispatcher: Dispatcher;
  sealOutputs: SealOutputs;
  failpoints: Failpoints;
}

/** What a commit did: what is to be done now, and which kept steps are still this worker's. */
export interface Applied {
  effects: Effects;
  kept: ReadonlySet<NodeId>;
}

/** Commits changes of any number of roots in one transaction, one set-based statement for each kind of write. */
export async function applyChanges(applier: Applier, changes: readonly Change[]): Promise<Applied> {
  const kept = new Set<NodeId>();
  const roots = changes.map((change) => change.rootId);
  const effects = await underRoots(applier.database, roots, async (transaction) => {
    await finishNodes(transaction, [...changesOf(changes, 'done'), ...changesOf(changes, 'failed')]);
    await keepNodes(transaction, changesOf(changes, 'keep'), kept);
    const beginnings = changesOf(changes, 'begin');
    const begun = await beginNodes(transaction, beginnings);
    for (const id of begun) kept.add(id);
    await endSuperseded(
      transaction,
      beginnings.filter(({ node }) => !begun.has(node.id)),
    );
    const parking = changesOf(changes, 'park');
    const parked = await parkNodes(transaction, parking);
    await endSuperseded(
      transaction,
      parking.filter(({ node }) => !parked.has(node.id)),
    );
    await putBack(transaction, changesOf(changes, 'put-back'));
    const ids = changesOf(changes, 'claim').map((change) => change.nodeId);
    transaction.effects.taken.push(...(await claimNodes(transaction, ids, 'published', applier.dispatcher)));
    await settleOperations(transaction, applier.sealOutputs);
    await dispatchReady(transaction, applier.dispatcher);
    applier.failpoints.reach('inside-commit');
  });
  return { effects, kept };
}

async function keepNodes(
  transaction: RootTransaction,
  changes: readonly ChangeOf<'keep'>[],
  kept: Set<NodeId>,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = await transaction.session.rows<{ id: NodeId }>(KEEP_NODES, stateColumns(changes));
  for (const { id } of rows) kept.add(id);
  await storePhysicalIds(
    transaction,
    changes.filter(({ node }) => kept.has(node.id)),
  );
}

/** What only waits is superseded at once, also where the newer operation was planned while the step was in its call. */
async function endSuperseded(
  transaction: RootTransaction,
  changes: readonly (ChangeOf<'park'> | ChangeOf<'begin'>)[],
): Promise<void> {
  if (changes.length === 0) return;
  const values = [changes.map(({ node }) => node.id), changes.map(({ node }) => node.token)];
  const rows = await transaction.session.rows<{ id: NodeId; dependents: NodeId[] }>(END_SUPERSEDED, values);
  const ended = new Set(rows.map(({ id }) => id));
  await storePhysicalIds(
    transaction,
    changesOf(changes, 'park').filter(({ node }) => ended.has(node.id)),
  );
  await releaseNodes(
    transaction,
    rows.flatMap(({ dependents }) => dependents),
  );
  const superseded = changes.filter(({ node }) => ended.has(node.id));
  await failInterrupted(
    transaction,
    superseded.map(({ node }) => node.stack_id),
  );
}

async function putBack(transaction: RootTransaction, changes: readonly ChangeOf<'put-back'>[]): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map(({ nodeId }) => nodeId);
  const rows = await transaction.session.rows<{ operation_id: OperationId }>(PUT_BACK, [ids]);
  await transaction.ledger.load(rows.map((row) => row.operation_id));
  for (const { operation_id } of rows) {
    transaction.ledger.move(operation_id, 'published', 'ready');
    transaction.resting.add(operation_id);
  }
}

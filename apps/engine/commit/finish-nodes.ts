import type { NodeId, OperationId } from '#contracts';
import { InvariantError } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { textArray } from '../database/text-array';
import { driftNotification, resourceNotification } from '../operations/notifications';
import { actionOf } from '../work/claimed-node';
import type { ClaimedNode } from '../work/claimed-node';
import type { ChangeOf } from './change';
import {
  CANCEL_DEPENDENTS,
  FINISH_NEEDLESS,
  FINISH_NODES,
  FORGET_SIGNALS,
  RELEASE_DEPENDENTS,
  REMOVE_RESOURCES,
  STORE_REQUIREMENTS,
  STORE_RESOURCES,
} from './statements';

type Finished = ChangeOf<'done'> | ChangeOf<'failed'>;

interface FinishedRow {
  id: NodeId;
  token: number;
  state: 'running' | 'published';
  operation_id: OperationId;
  dependents: NodeId[];
}

/**
 * Ends nodes, writes what became of their resources, and lets go, or gives up, what waited for them. Nodes that
 * the fence does not return are left out of everything.
 */
export async function finishNodes(transaction: RootTransaction, changes: readonly Finished[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = await transaction.session.rows<FinishedRow>(FINISH_NODES, [
    changes.map(({ node }) => node.id),
    changes.map(({ node }) => node.token),
  ]);
  if (rows.length === 0) return;
  const fenced = new Map(rows.map((row) => [row.id, row]));
  const ended = takeOnce(changes, fenced);
  await transaction.ledger.load(rows.map((row) => row.operation_id));
  count(transaction, ended, fenced);
  await storeResources(
    transaction,
    ended.filter((change) => !isUntouched(change)),
  );
  await storeRequirements(transaction, ended.filter(isNeedlessEnd));
  await finishNeedless(transaction, ended, fenced);
  await cancelDependents(transaction, ended, fenced);
  await releaseDependents(transaction, ended, fenced);
}

/** One result for each row that the fence let through: a node may have been worked on twice at once under one token. */
function takeOnce(changes: readonly Finished[], fenced: ReadonlyMap<NodeId, FinishedRow>): Finished[] {
  const first = new Map<NodeId, Finished>();
  for (const change of changes) {
    const { id, token } = change.node;
    if (fenced.get(id)?.token === token && !first.has(id)) first.set(id, change);
  }
  return [...first.values()];
}

/** A superseded cleanup took its resource away: the newer operation's cleanup of the same one is done with it. */
async function finishNeedless(
  transaction: RootTransaction,
  ended: readonly Finished[],
  fenced: ReadonlyMap<NodeId, FinishedRow>,
): Promise<void> {
  const pairs = ended
    .filter((change) => change.kind === 'done' && change.node.phase === 'cleanup' && change.needless !== true)
    .filter(({ node }) => transaction.ledger.get(node.operation_id)?.stage !== 'running')
    .flatMap(({ node }) => rowOf(fenced, node).dependents.map((id) => ({ id, resourceId: node.resource_id })));
  if (pairs.length === 0) return;
  const values = [pairs.map(({ id }) => id), pairs.map(({ resourceId }) => resourceId)];
  const rows = await transaction.session.rows<{ operation_id: OperationId; dependents: NodeId[] }>(
    FINISH_NEEDLESS,
    values,
  );
  await transaction.ledger.load(rows.map((row) => row.operation_id));
  for (const { operation_id } of rows) {
    transaction.ledger.move(operation_id, 'waiting', 'done');
    transaction.ledger.doneBeforeCleanup(operation_id);
  }
  await releaseNodes(
    transaction,
    rows.flatMap(({ dependents }) => dependents),
  );
}

function count(
  transaction: RootTransaction,
  ended: readonly Finished[],
  fenced: ReadonlyMap<NodeId, FinishedRow>,
): void {
  for (const change of ended) {
    const { operation_id: operation } = change.node;
    transaction.ledger.move(operation, rowOf(fenced, change.node).state, change.kind);
    if (change.kind === 'failed') transaction.ledger.noteFailure(operation, failureOf(change));
  }
}

/** The reason names the resource, its type, and says what went wrong in the provider's own words. */
function failureOf({ node, reason }: ChangeOf<'failed'>): string {
  return `Resource ${actionOf(node)} failed: resources.${node.resource_name} (${node.resource_type}): ${reason}`;
}

async function storeResources(transaction: RootTransaction, ended: readonly Finished[]): Promise<void> {
  const removed = ended.filter((change) => change.kind === 'done' && change.node.phase === 'cleanup');
  if (removed.length > 0)
    await transaction.session.rows(REMOVE_RESOURCES, [removed.map(({ node }) => node.resource_id)]);
  const forgotten = removed.flatMap((change) => (change.kind === 'done' ? (change.forgets ?? []) : []));
  if (forgotten.length > 0) await transaction.session.rows(FORGET_SIGNALS, [forgotten]);
  const stored = ended.filter((change) => change.kind === 'failed' || change.node.phase === 'forward');
  if (stored.length > 0) await transaction.session.rows(STORE_RESOURCES, resourceColumns(stored));
  for (const change of ended) {
    const status = change.kind === 'done' ? 'COMPLETE' : 'FAILED';
    const reason = change.kind === 'failed' ? change.reason : '';
    transaction.tell(
      change.rootId,
      resourceNotification(change.node, { status, reason, physicalId: change.physicalId }),
    );
    if (change.kind === 'failed' && change.drift !== undefined)
      transaction.tell(change.rootId, driftNotification(change.node, { reason, properties: change.drift }));
  }
}

function resourceColumns(stored: readonly Finished[]): unknown[] {
  return [
    stored.map(({ node }) => node.resource_id),
    stored.map(({ node }) => actionOf(node)),
    stored.map(({ kind }) => (kind === 'done' ? 'COMPLETE' : 'FAILED')),
    stored.map((change) => (change.kind === 'failed' ? change.reason : '')),
    stored.map(({ physicalId }) => physicalId),
    stored.map((change) => (change.kind === 'done' ? change.attributes : null)),
    stored.map(({ properties = null }) => properties),
    stored.map((change) => (change.kind === 'done' ? change.metadata : null)),
    stored.map((change) => (change.kind === 'done' ? namesOf(change) : null)),
    stored.map((change) => (change.kind === 'done' ? (change.signalDigest ?? null) : null)),
  ];
}

type NeedlessEnd = ChangeOf<'done'> & { readonly needless: true };

/** Nothing was done with the resource, so that nothing is stored or told of it. */
function isUntouched(change: Finished): boolean {
  return change.kind === 'failed' ? change.untouched === true : change.needless === true;
}

function isNeedlessEnd(change: Finished): change is NeedlessEnd {
  return change.kind === 'done' && change.needless === true;
}

async function storeRequirements(transaction: RootTransaction, ended: readonly NeedlessEnd[]): Promise<void> {
  const changed = ended.filter(({ requires }) => requires !== undefined);
  if (changed.length === 0) return;
  await transaction.session.rows(STORE_REQUIREMENTS, [
    changed.map(({ node }) => node.resource_id),
    changed.map(namesOf),
  ]);
}

function namesOf({ requires }: ChangeOf<'done'>): string | null {
  return requires === undefined ? null : textArray(requires);
}

/** A failure of the current operation stops what depends on it; independent branches go on to their end. */
async function cancelDependents(
  transaction: RootTransaction,
  ended: readonly Finished[],
  fenced: ReadonlyMap<NodeId, FinishedRow>,
): Promise<void> {
  const blocked = ended
    .filter((change) => isBlocking(transaction, change))
    .flatMap(({ node }) => rowOf(fenced, node).dependents);
  if (blocked.length === 0) return;
  const rows = await transaction.session.rows<{ operation_id: OperationId }>(CANCEL_DEPENDENTS, [blocked]);
  for (const { operation_id } of rows) transaction.ledger.move(operation_id, 'waiting', 'cancelled');
}

/** What a superseded operation's step leaves behind, the newer operation deals with: it only waited for the end. */
function isBlocking(transaction: RootTransaction, change: Finished): boolean {
  return change.kind === 'failed' && transaction.ledger.get(change.node.operation_id)?.stage === 'running';
}

async function releaseDependents(
  transaction: RootTransaction,
  ended: readonly Finished[],
  fenced: ReadonlyMap<NodeId, FinishedRow>,
): Promise<void> {
  await releaseNodes(
    transaction,
    ended.filter((change) => !isBlocking(transaction, change)).flatMap(({ node }) => rowOf(fenced, node).dependents),
  );
}

/** Takes one off what each of these nodes waits for; an id stands as often as something it waited for has ended. */
export async function releaseNodes(transaction: RootTransaction, ids: readonly NodeId[]): Promise<void> {
  const counts = new Map<NodeId, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0) return;
  const rows = await transaction.session.rows<{ operation_id: OperationId; state: string }>(RELEASE_DEPENDENTS, [
    [...counts.keys()],
    [...counts.values()],
  ]);
  const ready = rows.filter(({ state }) => state === 'ready').map((row) => row.operation_id);
  await transaction.ledger.load(ready);
  for (const id of ready) transaction.ledger.move(id, 'waiting', 'ready');
}

function rowOf(fenced: ReadonlyMap<NodeId, FinishedRow>, node: ClaimedNode): FinishedRow {
  const row = fenced.get(node.id);
  if (!row) throw new InvariantError(`node ${node.id} passed the fence without a row`);
  return row;
}

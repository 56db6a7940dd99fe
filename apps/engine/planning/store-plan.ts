import { randomUUID } from 'node:crypto';
import type { NodeId, ResourceId } from '#contracts';
import { InvariantError } from '#contracts';
import type { NodeTask } from '#entities';
import { dependentsOf, planCheck, planCreate, planDelete } from '#orchestration';
import type { CrossEdge, ExistingResource, Incarnation, Insert, RunningStep } from '#orchestration';
import type { PreparedResource, PreparedStack } from '#template';
import type { RootTransaction } from '../database/root-transaction';
import { textArray } from '../database/text-array';
import type { OperationRow } from '../operations/operation-row';
import {
  DISCARD_RESOURCES,
  DRAW_NODE_IDS,
  DROP_OLDER_NODES,
  DROP_OLDER_TIMERS,
  INSERT_NODES,
  INSERT_RESOURCES,
  SELECT_INCARNATIONS,
  SELECT_RESOURCES,
  SELECT_RUNNING,
  WAIT_FOR_RUNNING,
} from './statements';

// Between two statements of this size the event loop sees to everything else.
const ROWS_PER_STATEMENT = 2_000;

/** A node of a plan, with the row that it is about. Nodes name each other by position until they are stored. */
export interface NodeToStore {
  readonly resourceId: ResourceId;
  readonly task: NodeTask;
  readonly waitingFor: number;
  readonly dependents: readonly number[];
}

/** Writes the resources and nodes of a CREATE. */
export async function storeCreatePlan(
  transaction: RootTransaction,
  operation: OperationRow,
  stack: PreparedStack,
): Promise<void> {
  const wanted = wantedOf(stack);
  const plan = planCreate(wanted.map(({ resource }) => ({ name: resource.name, requires: resource.dependencies })));
  const inserts = wanted.map((_, position) => ({ wanted: position, replaces: null }));
  const ids = await insertResources(transaction, operation, wanted, inserts);
  const nodes = plan.nodes.map(({ resource, ...node }) => ({
    ...node,
    task: 'create' as const,
    resourceId: itemAt(ids, resource),
  }));
  await storeNodes(transaction, operation, nodes);
}

/**
 * Writes the nodes of a DELETE or a ROLLBACK over what is there now. What older operations have not begun goes; a
 * step of theirs that still runs is waited for by the node that removes its resource.
 */
export async function storeDeletePlan(transaction: RootTransaction, operation: OperationRow): Promise<void> {
  const running = await supersedeOlder(transaction, operation);
  const existing = await transaction.session.rows<ExistingResource>(SELECT_RESOURCES, [operation.stack_id]);
  const plan = planDelete(existing, running);
  await discard(transaction, plan.discard);
  const nodes = plan.nodes.map(({ resource, ...node }) => ({
    ...node,
    task: 'delete' as const,
    resourceId: itemAt(existing, resource).id,
  }));
  const ids = await storeNodes(transaction, operation, nodes);
  await waitForRunning(transaction, running, plan.crossEdges, ids);
}

/** Writes the nodes of a CHECK over what is there now; no row of a resource is changed by it. */
export async function storeCheckPlan(transaction: RootTransaction, operation: OperationRow): Promise<void> {
  const running = await supersedeOlder(transaction, operation);
  const existing = await transaction.session.rows<Incarnation>(SELECT_INCARNATIONS, [operation.stack_id]);
  const plan = planCheck(existing, running);
  const nodes = plan.nodes.map(({ resource, waitingFor }) => ({
    ...{ resourceId: resource, task: 'check' as const, waitingFor, dependents: [] },
  }));
  const ids = await storeNodes(transaction, operation, nodes);
  await waitForRunning(transaction, running, plan.crossEdges, ids);
}

/** What older operations have not begun goes; answers the steps of theirs that still run. */
export async function supersedeOlder({ session }: RootTransaction, operation: OperationRow): Promise<RunningStep[]> {
  const older = [operation.stack_id, operation.id];
  await session.rows(DROP_OLDER_NODES, older);
  await session.rows(DROP_OLDER_TIMERS, older);
  return session.rows<RunningStep>(SELECT_RUNNING, older);
}

/** Removes rows of which nothing was begun. */
export async function discard({ session }: RootTransaction, ids: readonly ResourceId[]): Promise<void> {
  if (ids.length > 0) await session.rows(DISCARD_RESOURCES, [ids]);
}

/** A resource of a template, and the names of those that depend on it. */
export interface Wanted {
  readonly resource: PreparedResource;
  readonly requiredBy: readonly string[];
}

export function wantedOf(stack: PreparedStack): Wanted[] {
  const resources = [...stack.resources.values()];
  const dependents = dependentsOf(resources.map(({ name, dependencies }) => ({ name, requires: dependencies })));
  return resources.map((resource, position) => ({
    resource,
    requiredBy: (dependents[position] ?? []).map((dependent) => itemAt(resources, dependent).name),
  }));
}

/** Writes rows for wanted resources; answers their ids. */
export async function insertResources(
  transaction: RootTransaction,
  operation: OperationRow,
  wanted: readonly Wanted[],
  inserts: readonly Insert[],
): Promise<ResourceId[]> {
  const ids = inserts.map(() => randomUUID() as ResourceId);
  await inChunks(inserts.length, async (from, to) => {
    const rows = inserts.slice(from, to).map((insert) => ({ ...insert, ...itemAt(wanted, insert.wanted) }));
    await transaction.session.rows(INSERT_RESOURCES, [
      operation.stack_id,
      operation.root_id,
      operation.definition_id,
      ids.slice(from, to),
      rows.map(({ resource }) => resource.name),
      rows.map(({ resource }) => resource.type),
      rows.map(({ resource }) => resource.schema.type),
      rows.map(({ resource }) => textArray(resource.dependencies)),
      rows.map(({ requiredBy }) => textArray(requiredBy)),
      rows.map(({ resource }) => resource.deletionPolicy),
      rows.map(({ replaces }) => replaces),
    ]);
  });
  return ids;
}

/** Writes the nodes of a plan, the last `held` of which wait besides for all others; answers their ids. */
export async function storeNodes(
  transaction: RootTransaction,
  operation: OperationRow,
  nodes: readonly NodeToStore[],
  held = 0,
): Promise<NodeId[]> {
  operation.stage = 'running';
  operation.total = nodes.length;
  operation.held = held;
  operation.ready = nodes.filter(({ waitingFor }) => waitingFor === 0).length;
  transaction.ledger.touch(operation);
  if (nodes.length === 0) return [];
  const drawn = await transaction.session.rows<{ id: NodeId }>(DRAW_NODE_IDS, [nodes.length]);
  const ids = drawn.map(({ id }) => id);
  await inChunks(nodes.length, async (from, to) => {
    const rows = nodes.slice(from, to);
    await transaction.session.rows(INSERT_NODES, [
      operation.id,
      operation.root_id,
      ids.slice(from, to),
      rows.map(({ resourceId }) => resourceId),
      rows.map(({ task }) => (task === 'delete' || task === 'delete-replaced' ? 'cleanup' : 'forward')),
      rows.map(({ task }) => task),
      rows.map(({ waitingFor }) => waitingFor),
      rows.map(({ dependents }) => `{${dependents.map((position) => ids[position]).join(',')}}`),
    ]);
  });
  return ids;
}

/** From now on steps that run let go what waits for them in this plan. */
export async function waitForRunning(
  transaction: RootTransaction,
  running: readonly RunningStep[],
  edges: readonly CrossEdge[],
  nodeIds: readonly NodeId[],
): Promise<void> {
  if (running.length === 0) return;
  const dependents = new Map<NodeId, NodeId[]>(running.map(({ node }) => [node, []]));
  for (const edge of edges) dependents.get(edge.running)?.push(itemAt(nodeIds, edge.dependent));
  await transaction.session.rows(WAIT_FOR_RUNNING, [
    [...dependents.keys()],
    [...dependents.values()].map((ids) => `{${ids.join(',')}}`),
  ]);
}

export async function inChunks(count: number, write: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += ROWS_PER_STATEMENT)
    await write(from, Math.min(count, from + ROWS_PER_STATEMENT));
}

export function itemAt<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new InvariantError(`a plan names position ${position}, which is not there`);
  return item;
}

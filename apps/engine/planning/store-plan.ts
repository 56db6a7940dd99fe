import { randomUUID } from 'node:crypto';
import type { NodeId, ResourceId } from '#contracts';
import { InvariantError } from '#contracts';
import { planCreate, planDelete } from '#orchestration';
import type { CrossEdge, ExistingResource, PlannedNode, RunningStep } from '#orchestration';
import type { PreparedStack } from '#template';
import type { RootTransaction } from '../database/root-transaction';
import type { OperationRow } from '../operations/operation-row';
import {
  DISCARD_RESOURCES,
  DRAW_NODE_IDS,
  DROP_OLDER_NODES,
  DROP_OLDER_TIMERS,
  INSERT_NODES,
  INSERT_RESOURCES,
  SELECT_RESOURCES,
  SELECT_RUNNING,
  WAIT_FOR_RUNNING,
} from './statements';

// Between two statements of this size the event loop sees to everything else.
const ROWS_PER_STATEMENT = 2_000;

/** Writes the resources and nodes of a CREATE. */
export async function storeCreatePlan(
  transaction: RootTransaction,
  operation: OperationRow,
  stack: PreparedStack,
): Promise<void> {
  const resources = [...stack.resources.values()];
  const plan = planCreate(resources.map(({ name, dependencies }) => ({ name, requires: dependencies })));
  const ids = resources.map(() => randomUUID() as ResourceId);
  const requiredBy = plan.nodes.map(({ dependents }) => dependents.map((position) => resources[position]?.name ?? ''));
  await inChunks(resources.length, async (from, to) => {
    const rows = resources.slice(from, to);
    await transaction.session.rows(INSERT_RESOURCES, [
      operation.stack_id,
      operation.root_id,
      operation.definition_id,
      ids.slice(from, to),
      rows.map(({ name }) => name),
      rows.map(({ type }) => type),
      rows.map(({ dependencies }) => textArray(dependencies)),
      requiredBy.slice(from, to).map(textArray),
      rows.map(({ deletionPolicy }) => deletionPolicy),
    ]);
  });
  await storeNodes(transaction, operation, plan.nodes, (position) => idAt(ids, position));
}

/**
 * Writes the nodes of a DELETE or a ROLLBACK over what is there now. What older operations have not begun goes; a
 * step of theirs that still runs is waited for by the node that removes its resource.
 */
export async function storeDeletePlan(transaction: RootTransaction, operation: OperationRow): Promise<void> {
  const { session } = transaction;
  const older = [operation.stack_id, operation.id];
  await session.rows(DROP_OLDER_NODES, older);
  await session.rows(DROP_OLDER_TIMERS, older);
  const running = await session.rows<RunningStep>(SELECT_RUNNING, older);
  const existing = await session.rows<ExistingResource>(SELECT_RESOURCES, [operation.stack_id]);
  const plan = planDelete(existing, running);
  if (plan.discard.length > 0) await session.rows(DISCARD_RESOURCES, [plan.discard]);
  const ids = existing.map(({ id }) => id);
  const nodeIds = await storeNodes(transaction, operation, plan.nodes, (position) => idAt(ids, position));
  await waitForRunning(transaction, running, plan.crossEdges, nodeIds);
}

async function storeNodes(
  transaction: RootTransaction,
  operation: OperationRow,
  nodes: readonly PlannedNode[],
  resourceAt: (position: number) => ResourceId,
): Promise<NodeId[]> {
  operation.stage = 'running';
  operation.total = nodes.length;
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
      rows.map(({ resource }) => resourceAt(resource)),
      rows.map(({ phase }) => phase),
      rows.map(({ waitingFor }) => waitingFor),
      rows.map(({ dependents }) => `{${dependents.map((position) => ids[position]).join(',')}}`),
    ]);
  });
  return ids;
}

async function waitForRunning(
  transaction: RootTransaction,
  running: readonly RunningStep[],
  edges: readonly CrossEdge[],
  nodeIds: readonly NodeId[],
): Promise<void> {
  if (running.length === 0) return;
  const dependents = new Map<NodeId, NodeId[]>(running.map(({ node }) => [node, []]));
  for (const edge of edges) dependents.get(edge.running)?.push(idAt(nodeIds, edge.dependent));
  await transaction.session.rows(WAIT_FOR_RUNNING, [
    [...dependents.keys()],
    [...dependents.values()].map((ids) => `{${ids.join(',')}}`),
  ]);
}

async function inChunks(count: number, write: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += ROWS_PER_STATEMENT)
    await write(from, Math.min(count, from + ROWS_PER_STATEMENT));
}

function idAt<Id>(ids: readonly Id[], position: number): Id {
  const id = ids[position];
  if (id === undefined) throw new InvariantError(`a plan names position ${position}, which is not there`);
  return id;
}

/** A PostgreSQL array literal: rows of arrays of different lengths can't be sent as one array of arrays. */
function textArray(names: readonly string[]): string {
  return `{${names.map((name) => `"${name.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

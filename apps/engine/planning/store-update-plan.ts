import type { ResourceId } from '#contracts';
import { InvariantError } from '#contracts';
import { dependentsOf, planUpdate } from '#orchestration';
import type { Incarnation, Kept, Restored, UpdateNode, WantedResource } from '#orchestration';
import type { RootTransaction } from '../database/root-transaction';
import { textArray } from '../database/text-array';
import type { OperationRow } from '../operations/operation-row';
import type { ComparedStack, VersionedRow } from './compare';
import {
  discard,
  inChunks,
  insertResources,
  itemAt,
  storeNodes,
  supersedeOlder,
  waitForRunning,
  wantedOf,
} from './store-plan';
import type { Wanted } from './store-plan';
import { BIND_RESOURCES, RESTORE_RESOURCES, SELECT_INCARNATIONS } from './statements';

/**
 * Writes the rows and nodes of an UPDATE over what is there now. What older operations have not begun goes; a step of
 * theirs that still runs is waited for by what is to be done with its resource.
 */
export async function storeUpdatePlan(
  transaction: RootTransaction,
  operation: OperationRow,
  compared: ComparedStack,
): Promise<void> {
  const running = await supersedeOlder(transaction, operation);
  const existing = await transaction.session.rows<FoundRow>(SELECT_INCARNATIONS, [operation.stack_id]);
  const wanted = wantedOf(compared.stack);
  const plan = planUpdate(withVerdicts(wanted, existing, compared), { existing, running });
  await discard(transaction, plan.discard);
  await restore(transaction, plan.restored);
  await bindResources(transaction, operation, wanted, plan.kept);
  const inserted = await insertResources(transaction, operation, wanted, plan.inserts);
  const newIds = new Map(plan.inserts.map((insert, position) => [insert.wanted, itemAt(inserted, position)]));
  const nodes = plan.nodes.map((node) => ({ ...node, resourceId: rowOf(node, newIds) }));
  const nodeIds = await storeNodes(transaction, operation, nodes, plan.held);
  await waitForRunning(transaction, running, plan.crossEdges, nodeIds);
}

function rowOf({ resource }: UpdateNode, newIds: ReadonlyMap<number, ResourceId>): ResourceId {
  const id = 'id' in resource ? resource.id : newIds.get(resource.wanted);
  if (id === undefined) throw new InvariantError('a plan has a node for a row that it does not make');
  return id;
}

const UNDECIDED = { verdict: 'undecided', about: null } as const;

type FoundRow = Incarnation & Pick<VersionedRow, 'version'>;

/** What was compared with a row that has changed since is decided when its turn comes, and so is what depends on it. */
function withVerdicts(
  wanted: readonly Wanted[],
  existing: readonly FoundRow[],
  compared: ComparedStack,
): WantedResource[] {
  const { verdicts } = compared;
  const items = wanted.map(({ resource }) => ({ name: resource.name, requires: resource.dependencies }));
  const stale = staleNames(existing, compared);
  const dependents = dependentsOf(items);
  const open = items.flatMap(({ name }, position) => (stale.has(name) ? [position] : []));
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    for (const dependent of dependents[position] ?? []) {
      const { name } = itemAt(items, dependent);
      if (stale.has(name)) continue;
      stale.add(name);
      open.push(dependent);
    }
  }
  return items.map((item) => ({
    ...item,
    ...(stale.has(item.name) ? UNDECIDED : (verdicts.get(item.name) ?? UNDECIDED)),
  }));
}

/** Where an older row is to take its place again, nothing hangs on what a step has made of the newer one meanwhile. */
function staleNames(existing: readonly FoundRow[], { rows, verdicts }: ComparedStack): Set<string> {
  const there = new Map(existing.map((row) => [row.id, row.version]));
  const read = new Map(rows.map(({ id, version }) => [id, version]));
  const changed = [
    ...existing.filter(({ id }) => !read.has(id)),
    ...rows.filter(({ id, version }) => there.get(id) !== version),
  ];
  const counts = changed.filter(({ id, name }) => (verdicts.get(name)?.restored ?? id) === id);
  return new Set(counts.map(({ name }) => name));
}

async function restore({ session }: RootTransaction, restored: readonly Restored[]): Promise<void> {
  if (restored.length === 0) return;
  await session.rows(RESTORE_RESOURCES, [restored.map(({ id }) => id), restored.map(({ replaces }) => replaces)]);
}

async function bindResources(
  transaction: RootTransaction,
  operation: OperationRow,
  wanted: readonly Wanted[],
  kept: readonly Kept[],
): Promise<void> {
  await inChunks(kept.length, async (from, to) => {
    const rows = kept.slice(from, to).map((row) => ({ ...row, ...itemAt(wanted, row.wanted) }));
    await transaction.session.rows(BIND_RESOURCES, [
      operation.definition_id,
      rows.map(({ id }) => id),
      rows.map(({ resource }) => resource.type),
      rows.map(({ resource }) => textArray(resource.dependencies)),
      rows.map(({ requiredBy }) => textArray(requiredBy)),
      rows.map(({ resource }) => resource.deletionPolicy),
      rows.map(({ unchanged }) => unchanged),
    ]);
  });
}

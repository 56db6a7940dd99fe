import type { DeletionPolicy } from '#entities';
import { currentIncarnations } from '#orchestration';
import type { PreparedStack, ResolutionScope, Sliced } from '#template';
import { compareResources, UnchangedScope } from './compare-resources';
import type { Compared, CompareTools, ReadRow } from './compare-resources';
import { foreseeChange, foreseeCreate } from './foresee-change';
import type { ForeseenChange } from './foresee-change';

/** A resource's row, as a preview needs it. */
export interface ForeseenRow extends ReadRow {
  readonly type: string;
  readonly deletion_policy: DeletionPolicy;
}

export interface ForeseenResource extends ForeseenChange {
  readonly name: string;
  readonly type: string;
  /** The row that the change is about. */
  readonly row?: ForeseenRow;
}

/** What is going to become of a stack's resources, and what is known of them by now. */
export interface ForeseenStack {
  /** Those of the template in its order, then those that it does not have any more. */
  readonly resources: readonly ForeseenResource[];
  readonly scope: ResolutionScope;
}

/** A stack that is not there is made. */
export function* foreseeNewStack(stack: PreparedStack): Sliced<ForeseenStack> {
  const resources: ForeseenResource[] = [];
  for (const resource of stack.resources.values()) {
    const { name, type } = resource;
    resources.push({ name, type, ...foreseeCreate(stack, resource, NOTHING_MADE) });
    yield;
  }
  return { resources, scope: NOTHING_MADE };
}

const NOTHING_MADE: ResolutionScope = { reference: () => undefined, attribute: () => undefined };

/**
 * What an update makes of a stack's resources. Steps that run are taken to end well, which nobody knows; what their
 * resources say of themselves then is not known.
 */
export function* foreseeUpdate(
  stack: PreparedStack,
  found: readonly ForeseenRow[],
  tools: CompareTools,
): Sliced<ForeseenStack> {
  const rows = found.map(ended);
  const compared = yield* compareResources(stack, rows, tools);
  const scope = unchangedScope(stack, rows, compared, tools);
  const current = currentIncarnations(rows.filter(({ begun }) => begun));
  const running = new Set(found.filter(isRunning).map(({ name }) => name));
  const resources: ForeseenResource[] = [];
  for (const resource of stack.resources.values()) {
    const { name, type } = resource;
    const row = current.get(name);
    const restored = compared.get(name)?.restored !== undefined;
    const foreseen = row
      ? foreseeChange(stack, resource, row, { scope, tools })
      : foreseeCreate(stack, resource, scope);
    const change = restored ? { ...foreseen, ...RESTORED } : foreseen;
    resources.push({ name, type, ...(running.has(name) ? whileRunning(change) : change), ...(row ? { row } : {}) });
    yield;
  }
  return { resources: [...resources, ...removed(stack, rows)], scope };
}

/** What is done again decides anew when the step has ended. */
function whileRunning(change: ForeseenChange): ForeseenChange {
  return { ...change, reason: `${change.reason}; a step still runs on it: what becomes of it is decided after that` };
}

const RESTORED = {
  change: 'replace',
  reason: 'an older one that is as it is wanted is still there, and takes its place again',
} as const;

function isRunning({ resource_status: status }: ForeseenRow): boolean {
  return status === 'IN_PROGRESS';
}

function ended(row: ForeseenRow): ForeseenRow {
  return isRunning(row) ? { ...row, resource_status: 'COMPLETE', sealed_attributes: null } : row;
}

function unchangedScope(
  stack: PreparedStack,
  rows: readonly ReadRow[],
  compared: ReadonlyMap<string, Compared>,
  tools: CompareTools,
): ResolutionScope {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const scope = new UnchangedScope(stack, tools);
  for (const { verdict, about, restored } of compared.values()) {
    const id = restored ?? about;
    const row = verdict === 'unchanged' && id !== null ? byId.get(id) : undefined;
    if (row !== undefined) scope.add(row);
  }
  return scope;
}

function removed(stack: PreparedStack, rows: readonly ForeseenRow[]): ForeseenResource[] {
  const gone = [...currentIncarnations(rows).values()].filter(({ name }) => !stack.resources.has(name));
  return gone.map((row) => ({
    name: row.name,
    type: row.type,
    change: 'delete',
    differences: [],
    reason: removalOf(row),
    row,
  }));
}

function removalOf({ begun, deletion_policy: policy }: ForeseenRow): string {
  const reason = 'the template does not have it any more';
  if (!begun) return `${reason}; nothing of it was made`;
  return policy === 'Retain' ? `${reason}; what it stands for stays (deletion policy Retain)` : reason;
}

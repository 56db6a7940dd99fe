import type { NodeId, ResourceId } from '#contracts';
import { dependentsOf, requirementsOf } from '../graph';
import type { GraphItem } from '../graph';
import type { CrossEdge, RunningStep } from '../plan';
import { between } from './between';
import { currentIncarnations } from './incarnations';
import type { Incarnation } from './incarnations';

/** What is known, when the update is planned, of what becomes of a resource that is wanted. */
export type Verdict = 'unchanged' | 'create' | 'update' | 'replace' | 'undecided';

/** A resource of the new template. */
export interface WantedResource extends GraphItem {
  readonly verdict: Verdict;
  /** The row that the verdict is about; it says nothing about another. */
  readonly about: ResourceId | null;
  /** An older incarnation that is just what is wanted, and takes its place again. */
  readonly restored?: ResourceId;
}

/**
 * `create`: make a new incarnation, or go on making this one · `update`: change it in place · `decide`: find out once
 * what it requires is done, and do that · `pass`: only keep the order of others · `delete`: remove it ·
 * `delete-replaced`: remove it where it was replaced.
 */
export type UpdateTask = 'create' | 'update' | 'decide' | 'pass' | 'delete' | 'delete-replaced';

export interface UpdateNode {
  /** A row that is there, or the new one for a wanted resource, by its position. */
  readonly resource: { readonly id: ResourceId } | { readonly wanted: number };
  readonly task: UpdateTask;
  readonly waitingFor: number;
  readonly dependents: readonly number[];
}

/** A row to be made. */
export interface Insert {
  readonly wanted: number;
  readonly replaces: ResourceId | null;
}

/** A row that is a wanted resource from now on. */
export interface Kept {
  readonly id: ResourceId;
  readonly wanted: number;
  readonly unchanged: boolean;
}

export interface UpdatePlan {
  readonly nodes: readonly UpdateNode[];
  /** The last so many nodes clean up. Each waits for one thing more: that all others have ended well. */
  readonly held: number;
  readonly crossEdges: readonly CrossEdge[];
  /** Rows of which nothing was begun; they go at once. */
  readonly discard: readonly ResourceId[];
  readonly inserts: readonly Insert[];
  readonly kept: readonly Kept[];
  readonly restored: readonly Restored[];
}

/** A row that counts again, in the place of a newer one. */
export interface Restored {
  readonly id: ResourceId;
  readonly replaces: ResourceId;
}

/** What there is when an update is planned. */
export interface Found {
  readonly existing: readonly Incarnation[];
  readonly running: readonly RunningStep[];
}

/**
 * Makes the stack what is wanted. What is new or changes goes first, each after what it requires; when all of that has
 * ended well, what is no longer wanted is removed, each before what it requires. Of what is unchanged only that has a
 * node which stands between two that change. Linear in resources and edges.
 */
export function planUpdate(wanted: readonly WantedResource[], { existing, running }: Found): UpdatePlan {
  const steps = new Map(running.map((step) => [step.resourceId, step]));
  const begun = existing.filter((resource) => resource.begun || steps.has(resource.id));
  const current = currentIncarnations(begun);
  const targets = wanted.map((resource, position) => targetOf(resource, position, { current, steps }));
  const forward = forwardDrafts(wanted, targets);
  const cleanups = cleanupDrafts(begun, targets, steps);
  const drafts = [...forward, ...cleanups.map((draft) => shifted(draft, forward.length))];
  const kept = new Set(begun);
  return {
    nodes: drafts.map(({ after, waitingFor, ...node }) => ({
      ...node,
      waitingFor: waitingFor + (after === undefined ? 0 : 1),
    })),
    held: cleanups.length,
    crossEdges: drafts.flatMap(({ after }, dependent) => (after === undefined ? [] : [{ running: after, dependent }])),
    discard: existing.filter((resource) => !kept.has(resource)).map(({ id }) => id),
    inserts: targets.flatMap(({ insert }) => insert ?? []),
    kept: targets.flatMap((target) => target.kept ?? []),
    restored: targets.flatMap((target) => target.restored ?? []),
  };
}

/** A node with the step of an older operation that it waits for besides. */
interface Draft extends UpdateNode {
  readonly after: NodeId | undefined;
}

/** What a wanted resource is going to be. */
interface Target {
  readonly resource: UpdateNode['resource'];
  readonly task: UpdateTask;
  readonly insert?: Insert;
  readonly kept?: Kept;
  readonly restored?: Restored;
  /** The step that still runs on it, or removes what it was: its place is taken only after that. */
  readonly after: NodeId | undefined;
}

interface Ground {
  readonly current: ReadonlyMap<string, Incarnation>;
  readonly steps: ReadonlyMap<ResourceId, RunningStep>;
}

function targetOf(wanted: WantedResource, position: number, ground: Ground): Target {
  const made = ground.current.get(wanted.name);
  if (made === undefined) return fresh(position, null, undefined);
  return restoredTarget(wanted, position, made, ground.steps) ?? changedTarget(wanted, position, made, ground.steps);
}

/** What is decided about it while a step runs is not about what it is when that has ended. */
function changedTarget(resource: WantedResource, wanted: number, made: Incarnation, steps: Ground['steps']): Target {
  const step = steps.get(made.id);
  const verdict = step === undefined && resource.about === made.id ? resource.verdict : 'undecided';
  if (step?.phase === 'cleanup' || verdict === 'replace') return fresh(wanted, made.id, step?.node);
  const task = TASKS[verdict];
  const kept = { id: made.id, wanted, unchanged: task === 'pass' };
  return { resource: { id: made.id }, task, kept, after: step?.node };
}

function restoredTarget(
  { restored: id }: WantedResource,
  wanted: number,
  made: Incarnation,
  steps: Ground['steps'],
): Target | undefined {
  // A step that runs on the newer one changes nothing of it; what removes the newer one waits for that.
  if (id === undefined || steps.has(id)) return undefined;
  const kept = { id, wanted, unchanged: true };
  return { resource: { id }, task: 'pass', kept, restored: { id, replaces: made.id }, after: undefined };
}

/** A row of its own, in the place of another or of none. */
function fresh(wanted: number, replaces: ResourceId | null, after: NodeId | undefined): Target {
  return { resource: { wanted }, task: 'create', insert: { wanted, replaces }, after };
}

const TASKS = {
  unchanged: 'pass',
  create: 'create',
  update: 'update',
  undecided: 'decide',
} as const;

function forwardDrafts(wanted: readonly WantedResource[], targets: readonly Target[]): Draft[] {
  const dependents = dependentsOf(wanted);
  const requirements = requirementsOf(dependents);
  const isChosen = between(
    dependents,
    targets.map(({ task }) => task !== 'pass'),
  );
  const positions = new Map<number, number>();
  targets.forEach((_, position) => isChosen[position] && positions.set(position, positions.size));
  return targets.flatMap(({ resource, task, after }, position): Draft[] => {
    if (!isChosen[position]) return [];
    const waitingFor = (requirements[position] ?? []).filter((required) => isChosen[required]).length;
    return [{ resource, task, after, waitingFor, dependents: inPlan(dependents[position], positions) }];
  });
}

function inPlan(dependents: readonly number[] = [], positions: ReadonlyMap<number, number>): number[] {
  return dependents.flatMap((dependent) => positions.get(dependent) ?? []);
}

/** Removes what is not wanted any more, and what was replaced or may yet be. */
function cleanupDrafts(begun: readonly Incarnation[], targets: readonly Target[], steps: Ground['steps']): Draft[] {
  const tasks = new Map(targets.map(({ resource, task }) => ['id' in resource ? resource.id : null, task]));
  const removed = begun.filter(({ id }) => !tasks.has(id) || tasks.get(id) === 'decide');
  const dependents = dependentsOf(removed);
  const requirements = requirementsOf(dependents);
  return removed.map(({ id }, position) => ({
    resource: { id },
    task: tasks.has(id) ? 'delete-replaced' : 'delete',
    // What may be replaced waits, by its other node, for the step that runs on it.
    after: tasks.has(id) ? undefined : steps.get(id)?.node,
    // One more: that all that goes forward has ended well.
    waitingFor: (dependents[position]?.length ?? 0) + 1,
    dependents: requirements[position] ?? [],
  }));
}

function shifted(draft: Draft, by: number): Draft {
  return { ...draft, dependents: draft.dependents.map((position) => position + by) };
}

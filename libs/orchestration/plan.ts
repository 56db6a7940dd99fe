import type { NodeId, ResourceId } from '#contracts';
import { dependentsOf, requirementsOf, withoutCycles } from './graph';
import type { GraphItem } from './graph';

/** One step of a plan. Nodes are named by their position in the plan until they are stored. */
export interface PlannedNode {
  /** Position of the resource among those the plan was made from. */
  readonly resource: number;
  readonly phase: 'forward' | 'cleanup';
  /** How many nodes, of this plan or still running, end before this one may start. */
  readonly waitingFor: number;
  /** Positions of the nodes that wait for this one. */
  readonly dependents: readonly number[];
}

/** A node of an older operation that is in the middle of a step, and the new node that waits for it. */
export interface CrossEdge {
  readonly running: NodeId;
  readonly dependent: number;
}

export interface CreatePlan {
  readonly nodes: readonly PlannedNode[];
}

/** Every resource is made once all that it requires is made. Linear in resources and edges. */
export function planCreate(resources: readonly GraphItem[]): CreatePlan {
  const dependents = dependentsOf(resources);
  const requirements = requirementsOf(dependents);
  const nodes = resources.map((_, resource) => ({
    resource,
    phase: 'forward' as const,
    waitingFor: requirements[resource]?.length ?? 0,
    dependents: dependents[resource] ?? [],
  }));
  return { nodes };
}

/** A resource that is there, as far as removing it needs to know. */
export interface ExistingResource extends GraphItem {
  readonly id: ResourceId;
  /** False where nothing was ever begun: then there is nothing outside to remove. */
  readonly begun: boolean;
}

/** A step of an older operation that nobody interrupts. */
export interface RunningStep {
  readonly node: NodeId;
  readonly resourceId: ResourceId;
  readonly phase: 'forward' | 'cleanup';
}

export interface DeletePlan {
  readonly nodes: readonly PlannedNode[];
  readonly crossEdges: readonly CrossEdge[];
  /** Resources that were never begun; their rows go at once. */
  readonly discard: readonly ResourceId[];
}

/**
 * Every resource is removed once all that require it are gone, and not before a step that still runs on it has ended. Where
 * some require each other in a circle, one of them goes first.
 * What was never begun has no dependents that were, so leaving it out cuts no path between two that stay.
 */
export function planDelete(existing: readonly ExistingResource[], running: readonly RunningStep[]): DeletePlan {
  const runningOn = new Map(running.map((step) => [step.resourceId, step.node]));
  const kept: (ExistingResource & { position: number })[] = [];
  const discard: ResourceId[] = [];
  existing.forEach((resource, position) => {
    if (resource.begun || runningOn.has(resource.id)) kept.push({ ...resource, position });
    else discard.push(resource.id);
  });
  const dependents = withoutCycles(dependentsOf(kept));
  const requirements = requirementsOf(dependents);
  const crossEdges: CrossEdge[] = [];
  const nodes = kept.map((resource, node) => {
    const step = runningOn.get(resource.id);
    if (step !== undefined) crossEdges.push({ running: step, dependent: node });
    return {
      resource: resource.position,
      phase: 'cleanup' as const,
      waitingFor: (dependents[node]?.length ?? 0) + (step === undefined ? 0 : 1),
      dependents: requirements[node] ?? [],
    };
  });
  return { nodes, crossEdges, discard };
}

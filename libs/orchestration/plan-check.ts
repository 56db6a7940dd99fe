import type { ResourceId } from '#contracts';
import type { CrossEdge, RunningStep } from './plan';
import { currentIncarnations } from './update/incarnations';
import type { Incarnation } from './update/incarnations';

export interface CheckNode {
  readonly resource: ResourceId;
  /** 1 where a step of an older operation still runs on the resource. */
  readonly waitingFor: number;
}

export interface CheckPlan {
  readonly nodes: readonly CheckNode[];
  readonly crossEdges: readonly CrossEdge[];
}

/** Every resource is looked at, in no order: a look changes nothing that another one could see. */
export function planCheck(existing: readonly Incarnation[], running: readonly RunningStep[]): CheckPlan {
  const steps = new Map(running.map((step) => [step.resourceId, step.node]));
  const current = [...currentIncarnations(existing).values()];
  return {
    nodes: current.map(({ id }) => ({ resource: id, waitingFor: steps.has(id) ? 1 : 0 })),
    crossEdges: current.flatMap(({ id }, dependent) => {
      const step = steps.get(id);
      return step === undefined ? [] : [{ running: step, dependent }];
    }),
  };
}

/** Who else has work in progress. */
export interface Demand {
  /** Projects that have an operation at work, this one included. */
  readonly projects: number;
  /** Operations at work in this project, this one included. */
  readonly operationsInProject: number;
}

export interface WindowLimits {
  /** Nodes that are published or in a step in the whole service, roughly. */
  readonly total: number;
  /** The same for one operation that is alone. */
  readonly perOperation: number;
}

/**
 * How many nodes an operation may have published or in a step. The service's room is shared evenly, first among
 * projects, then among each project's operations, so that 100,000 resources of one project don't stand in front of
 * another's one. Never less than one: an operation that may do nothing would wait for ever.
 */
export function windowOf(demand: Demand, limits: WindowLimits): number {
  const ofProject = limits.total / Math.max(1, demand.projects);
  const ofOperation = ofProject / Math.max(1, demand.operationsInProject);
  return Math.max(1, Math.min(limits.perOperation, Math.floor(ofOperation)));
}

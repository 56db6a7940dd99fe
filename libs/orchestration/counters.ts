/** How many of an operation's nodes are in each state; `waiting` is what remains of `total`. */
export interface Counters {
  total: number;
  ready: number;
  published: number;
  running: number;
  parked: number;
  done: number;
  failed: number;
  cancelled: number;
}

export type CountedState = Exclude<keyof Counters, 'total'> | 'waiting';

/** Moves `count` nodes from one state to another. `waiting` is not stored, so moving from or to it changes one side only. */
export function moveNodes(counters: Counters, from: CountedState, to: CountedState, count = 1): void {
  if (from !== 'waiting') counters[from] -= count;
  if (to !== 'waiting') counters[to] += count;
}

/** Nodes that are told to the work queue or in a step: what a window bounds. Parked ones don't count. */
export function inWindow(counters: Counters): number {
  return counters.published + counters.running;
}

/** Whether no node of the operation is left to be done. */
export function isSpent(counters: Counters): boolean {
  return counters.done + counters.failed + counters.cancelled >= counters.total;
}

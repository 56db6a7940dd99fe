/**
 * How many partitions one of the notifiers alive should own: as even as it goes, the first in the order of their ids
 * taking what does not divide. Undefined: it is not among them, as when its heartbeat could not be renewed.
 */
export function shareOf(id: string, alive: readonly string[], partitions: number): number | undefined {
  const rank = [...alive].sort().indexOf(id);
  if (rank < 0) return undefined;
  const extra = partitions % alive.length;
  return Math.floor(partitions / alive.length) + (rank < extra ? 1 : 0);
}

export interface OwnershipPlan {
  release: number[];
  /** Partitions to try to take, in that order, until `take` of them are had. */
  candidates: number[];
  take: number;
}

export interface OwnershipState {
  owned: readonly number[];
  /** Undefined: nothing is to change. */
  share: number | undefined;
  partitions: number;
  /** Where to begin looking for free ones, so that notifiers do not all ask for the same. */
  start: number;
}

/**
 * What to change so that no more than the share is owned and, once others let go of theirs, no less. What is owned stays
 * where it is as far as possible.
 */
export function planOwnership({ owned, share, partitions, start }: OwnershipState): OwnershipPlan {
  const target = share ?? owned.length;
  const all = Array.from({ length: partitions }, (_, index) => (start + index) % partitions);
  return {
    release: owned.slice(target),
    candidates: owned.length < target ? all.filter((partition) => !owned.includes(partition)) : [],
    take: Math.max(0, target - owned.length),
  };
}

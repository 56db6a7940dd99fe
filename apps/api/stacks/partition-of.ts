/**
 * The partition of a root: its id is random, so any of its digits spread evenly. Only for new roots: a root keeps the
 * partition that its row has, also where the number of partitions changes.
 */
export function partitionOf(rootId: string, partitions: number): number {
  return Number.parseInt(rootId.slice(-8), 16) % partitions;
}

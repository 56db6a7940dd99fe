/** What is done with a partition for as long as this process owns it. */
export interface PartitionWork {
  take(partition: number): void;
  /** Resolves when nothing more is done with the partition; called once for each `take`, in time or too late. */
  release(partition: number): Promise<void>;
}

/** Injects all that is done with an owned partition, as an array. */
export const PARTITION_WORK = Symbol('PARTITION_WORK');

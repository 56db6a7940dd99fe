import type { Value } from './values';

/** What becomes of what a resource stands for when the resource goes. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'Snapshot';

/** What the template of a nested stack can see of the resource that the stack is. */
export interface ParentResource {
  readonly metadata: Value;
  readonly deletionPolicy: DeletionPolicy;
  readonly updatePolicy: Value;
}

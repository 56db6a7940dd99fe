import type {
  Action,
  NodeId,
  OperationId,
  RequestId,
  ResourceId,
  RootId,
  RunnableAction,
  StackId,
  Status,
} from '#contracts';
import type { DeletionPolicy, NodePhase } from '#entities';

/** A node with all that its step needs to know, as read when it was claimed. */
export interface ClaimedNode {
  id: NodeId;
  /** Rises with each claim and each takeover; a commit with another token changes nothing. */
  token: number;
  /** How many workers' leases it has cost. */
  attempts: number;
  phase: NodePhase;
  sealed_step_state: Buffer | null;
  /** How long the step may still take, counted from `read_at`; null where it has no deadline of its own. */
  deadline_in_ms: number | null;
  /** `performance.now()` when the node was read. */
  read_at: number;
  root_id: RootId;
  operation_id: OperationId;
  operation_action: RunnableAction;
  request_id: RequestId;
  stack_id: StackId;
  stack_name: string;
  project: string;
  resource_id: ResourceId;
  resource_name: string;
  resource_type: string;
  resource_action: Action;
  resource_status: Status;
  definition_id: string;
  physical_id: string | null;
  deletion_policy: DeletionPolicy;
  sealed_properties: Buffer | null;
}

/** A node that has cost so many workers their lease is not given to another. */
export const MOST_ATTEMPTS = 5;

/** Whether it is given to a worker for the last time: then alone, so that what kills engines takes no other with it. */
export function isLastAttempt({ attempts }: Pick<ClaimedNode, 'attempts'>): boolean {
  return attempts >= MOST_ATTEMPTS - 1;
}

/** What the step does to the resource. */
export function actionOf(node: ClaimedNode): 'CREATE' | 'DELETE' {
  return node.phase === 'forward' ? 'CREATE' : 'DELETE';
}

/** Milliseconds that are left of the step's time, by a clock that never jumps. */
export function timeLeftMs(node: ClaimedNode, now: number): number {
  return node.deadline_in_ms === null ? Infinity : node.read_at + node.deadline_in_ms - now;
}

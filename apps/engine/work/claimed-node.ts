import { assertNever } from '#contracts';
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
import type { DeletionPolicy, NodePhase, NodeTask } from '#entities';

/** A node with all that its step needs to know, as read when it was claimed. */
export interface ClaimedNode {
  id: NodeId;
  /** Rises with each claim and each takeover; a commit with another token changes nothing. */
  token: number;
  /** How many workers' leases it has cost. */
  attempts: number;
  phase: NodePhase;
  task: NodeTask;
  /** Whether a resource that is to be removed where it was replaced has been. */
  replaced: boolean;
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
  /** The type that makes it, after the environment's mapping. */
  made_type: string;
  resource_action: Action;
  resource_status: Status;
  /** Why it is in that state; read where it is to be checked. */
  resource_reason: string | null;
  marked_unhealthy: boolean;
  definition_id: string;
  physical_id: string | null;
  deletion_policy: DeletionPolicy;
  sealed_properties: Buffer | null;
  /** Read where something is to be decided about it, as the next. */
  sealed_metadata: Buffer | null;
  sealed_attributes: Buffer | null;
}

/** A node that has cost so many workers their lease is not given to another. */
export const MOST_ATTEMPTS = 5;

/**
 * A node that has cost so many may be what ends the engines that it is given to, or only have been there when another
 * one did. From then on no engine has two of them at a time, so that the one is told from the others. Two short of the
 * most, since what is instant may be one attempt behind: its first is not counted.
 */
export const SUSPECT_ATTEMPTS = MOST_ATTEMPTS - 2;

export function isSuspect({ attempts }: Pick<ClaimedNode, 'attempts'>): boolean {
  return attempts >= SUSPECT_ATTEMPTS;
}

/** What the step does to the resource. */
export function actionOf(node: ClaimedNode): StepAction {
  switch (node.task) {
    case 'create':
      return 'CREATE';
    case 'delete':
    case 'delete-replaced':
      return 'DELETE';
    case 'update':
      return 'UPDATE';
    case 'check':
      return 'CHECK';
    case 'decide':
    case 'pass':
      return actionBeforeDecision(node);
    default:
      return assertNever(node.task);
  }
}

/** What it is that fails, where something goes wrong before it is decided what is done. */
function actionBeforeDecision(node: ClaimedNode): StepAction {
  const { resource_action: action, resource_status: status, sealed_step_state: lookState } = node;
  if (status === 'COMPLETE') return lookState === null ? 'UPDATE' : 'CHECK';
  // What was never made whole is not updated.
  return action === 'CREATE' ? 'CREATE' : 'UPDATE';
}

export type StepAction = 'CREATE' | 'UPDATE' | 'DELETE' | 'CHECK';

/** Whether the node has nothing to do with its resource: it only keeps the order of others, or there is no need of it. */
export function isNeedless({ task, replaced }: Pick<ClaimedNode, 'task' | 'replaced'>): boolean {
  return task === 'pass' || (task === 'delete-replaced' && !replaced);
}

/** Milliseconds that are left of the step's time, by a clock that never jumps. */
export function timeLeftMs(node: ClaimedNode, now: number): number {
  return node.deadline_in_ms === null ? Infinity : node.read_at + node.deadline_in_ms - now;
}

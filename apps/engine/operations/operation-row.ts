import type { Action, OperationId, RequestId, RootId, RunnableAction, StackId, Status } from '#contracts';
import type { OperationStage } from '#entities';
import type { Counters } from '#orchestration';

/** An operation with what its stack adds, as read under the root's lock. */
export interface OperationRow extends Counters {
  id: OperationId;
  stack_id: StackId;
  stack_name: string;
  root_id: RootId;
  project: string;
  definition_id: string;
  action: RunnableAction;
  status: Status;
  /** Nodes that clean up, and wait until all others have ended well. */
  held: number;
  status_reason: string;
  stage: OperationStage;
  first_failure: string | null;
  request_id: RequestId;
  requested_by: string;
  /** Whether nothing of it is begun, nor does it end, until it is resumed. */
  paused: boolean;
  /** Whether it was asked to end, without being undone, as soon as what runs has ended. */
  cancelling: boolean;
  /** Whether it is the stack's current operation. */
  current: boolean;
  disable_rollback: boolean;
  /** The last definition that the stack was made whole by; null: there was none. */
  good_definition_id: string | null;
  timeout_mins: number | null;
  stack_action: Action;
  stack_status: Status;
}

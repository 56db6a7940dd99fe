import type { OperationId, RequestId, RootId, RunnableAction, StackId } from '#contracts';
import type { Query } from './outbox';

/** An operation that is accepted: everything else about it is still to come. */
export interface NewOperation {
  id: OperationId;
  stackId: StackId;
  rootId: RootId;
  project: string;
  definitionId: string;
  action: RunnableAction;
  timeoutMins: number;
  requestedBy: string;
  requestId: RequestId;
}

// The timer is due at the operation's deadline, by the same clock.
const START = `
  WITH started AS (
    INSERT INTO operations (id, stack_id, root_id, project, definition_id, action, status, stage, requested_by,
      request_id, deadline)
    VALUES ($1, $2, $3, $4, $5, $6, 'IN_PROGRESS', 'requested', $7, $8, now() + make_interval(mins => $9))
    RETURNING id, root_id, deadline)
  INSERT INTO timers (kind, due_at, root_id, operation_id)
  SELECT 'operation-deadline', deadline, root_id, id FROM started`;

/** Writes an operation, for an engine to plan, and the timer of its deadline. The caller's transaction holds the root's lock. */
export async function startOperation(query: Query, operation: NewOperation): Promise<void> {
  const { id, stackId, rootId, project, definitionId, action, requestedBy, requestId, timeoutMins } = operation;
  await query(START, [id, stackId, rootId, project, definitionId, action, requestedBy, requestId, timeoutMins]);
}

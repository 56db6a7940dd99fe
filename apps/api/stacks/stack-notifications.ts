import type { Notification, OperationId, RequestId, RunnableAction } from '#contracts';
import type { StackRow } from './stack-store';

interface AcceptedOperation {
  id: OperationId;
  action: RunnableAction;
  requestId: RequestId;
}

type StackName = Pick<StackRow, 'id' | 'name'>;

/** What is told when an operation is accepted: the stack has a new action, and the operation is there. */
export function acceptedNotifications(stack: StackName, operation: AcceptedOperation): Notification[] {
  const { id, action, requestId } = operation;
  const data = {
    stack_id: stack.id,
    stack_name: stack.name,
    operation_id: id,
    action,
    status: 'IN_PROGRESS' as const,
    request_id: requestId,
  };
  return [
    { kind: 'stack', data },
    { kind: 'operation', data },
  ];
}

/** What is told of an operation that a newer one takes the place of. */
export function supersededNotification(stack: StackName, operation: AcceptedOperation, reason: string): Notification {
  const { id, action, requestId } = operation;
  return {
    kind: 'operation',
    data: {
      stack_id: stack.id,
      stack_name: stack.name,
      operation_id: id,
      action,
      status: 'FAILED',
      status_reason: reason,
      request_id: requestId,
    },
  };
}

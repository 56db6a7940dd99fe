import type { Action, Notification, Status } from '#contracts';
import type { Drift } from '../commit/change';
import { actionOf } from '../work/claimed-node';
import type { ClaimedNode } from '../work/claimed-node';
import type { OperationRow } from './operation-row';

interface ResourceChange {
  status: Status;
  reason?: string;
  physicalId?: string | null;
}

/** Tells what a step did to its resource. */
export function resourceNotification(node: ClaimedNode, change: ResourceChange): Notification {
  const action = actionOf(node);
  return { kind: 'resource', data: resourceData(node, { ...change, action }) };
}

/** Tells that a thing is not what it should be: of whatever the look was part, it is what a check tells. */
export function driftNotification(node: ClaimedNode, { reason, properties }: Drift): Notification {
  const data = resourceData(node, { action: 'CHECK', status: 'FAILED', reason });
  return { kind: 'drift', data: { ...data, drift: properties } };
}

function resourceData(
  node: ClaimedNode,
  { action, status, reason = '', physicalId }: ResourceChange & { action: Action },
): Notification['data'] {
  const outside = physicalId ?? node.physical_id;
  return {
    stack_id: node.stack_id,
    stack_name: node.stack_name,
    operation_id: node.operation_id,
    resource_name: node.resource_name,
    resource_type: node.resource_type,
    ...(outside === null ? {} : { physical_resource_id: outside }),
    action,
    status,
    ...(reason === '' ? {} : { status_reason: reason }),
    request_id: node.request_id,
  };
}

/** Tells where an operation is. */
export function operationNotification(operation: OperationRow, status: Status, reason: string): Notification {
  return {
    kind: 'operation',
    data: {
      ...stackData(operation),
      operation_id: operation.id,
      action: operation.action,
      status,
      status_reason: reason,
    },
  };
}

/** Tells where a stack is. */
export function stackNotification(
  operation: OperationRow,
  state: Pick<Notification['data'], 'action' | 'status'>,
  reason: string,
): Notification {
  return { kind: 'stack', data: { ...stackData(operation), ...state, status_reason: reason } };
}

function stackData(operation: OperationRow): Pick<Notification['data'], 'stack_id' | 'stack_name' | 'request_id'> {
  return { stack_id: operation.stack_id, stack_name: operation.stack_name, request_id: operation.request_id };
}

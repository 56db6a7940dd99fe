import type { Action, OperationId, RequestId, RootId, StackId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { FAIL_INTERRUPTED } from './statements';

const INTERRUPTED =
  'it was interrupted, and nothing goes on with it; its outcome is unknown: delete, retry and update look for it first';

interface InterruptedRow {
  root_id: RootId;
  stack_id: StackId;
  stack_name: string;
  operation_id: OperationId;
  request_id: RequestId;
  name: string;
  type: string;
  physical_id: string | null;
  action: Action;
}

/**
 * Of stacks that have settled: says of resources which are still in progress, though no node is there that would ever end
 * them, that they have failed. A newer operation took their node's place, and then did not come as far as to them.
 */
export async function failInterrupted(transaction: RootTransaction, stackIds: readonly StackId[]): Promise<void> {
  if (stackIds.length === 0) return;
  const rows = await transaction.session.rows<InterruptedRow>(FAIL_INTERRUPTED, [[...new Set(stackIds)], INTERRUPTED]);
  for (const { root_id: root, name, type, physical_id: physicalId, ...row } of rows) {
    const { stack_id, stack_name, operation_id, request_id, action } = row;
    transaction.tell(root, {
      kind: 'resource',
      data: {
        ...{ stack_id, stack_name, operation_id, action, request_id },
        resource_name: name,
        resource_type: type,
        ...(physicalId === null ? {} : { physical_resource_id: physicalId }),
        status: 'FAILED',
        status_reason: INTERRUPTED,
      },
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Notification, OperationId, Status } from '#contracts';
import { appendNotifications } from '#entities';
import { queryOf } from '../database/database';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { OperationStore } from '../operations/operation-store';
import { StackStore } from '../stacks/stack-store';
import type { ActionContext } from './action-context';

/** Changes the operation that a stack is in, and tells of it. */
@Injectable()
export class RunningOperation {
  constructor(
    private readonly stacks: StackStore,
    private readonly operations: OperationStore,
    private readonly announcer: OperationAnnouncer,
  ) {}

  async pause(context: ActionContext): Promise<OperationId> {
    await this.operations.pause(context.transaction, context.stack.operation_id);
    return this.changed(context, 'PAUSED', 'paused: it begins nothing more until it is resumed');
  }

  async resume(context: ActionContext): Promise<OperationId> {
    await this.operations.resume(context.transaction, context.stack.operation_id);
    return this.changed(context, 'IN_PROGRESS', '');
  }

  /** Also where it is paused. */
  async cancel(context: ActionContext): Promise<OperationId> {
    const { transaction, stack } = context;
    await this.operations.requestCancel(transaction, stack.operation_id);
    if (stack.status === 'PAUSED') await this.operations.resume(transaction, stack.operation_id);
    return this.changed(context, 'IN_PROGRESS', 'being cancelled: what runs is waited for');
  }

  private async changed(context: ActionContext, status: Status, reason: string): Promise<OperationId> {
    const { transaction, root, stack, requestId } = context;
    const { id: stackId, operation_id: id, action, name } = stack;
    await this.stacks.setStatus(transaction, stackId, status, reason);
    const data = {
      stack_id: stackId,
      stack_name: name,
      operation_id: id,
      action,
      status,
      status_reason: reason,
      request_id: requestId,
    };
    const notifications: Notification[] = [
      { kind: 'stack', data },
      { kind: 'operation', data },
    ];
    await appendNotifications(queryOf(transaction), [{ root, notifications }]);
    const command = { operation_id: id, stack_id: stackId, request_id: requestId };
    transaction.afterCommit(() => this.announcer.wake(command, root.partition));
    return id;
  }
}

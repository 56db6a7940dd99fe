import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, RUNNABLE_ACTIONS } from '#contracts';
import type { OperationId } from '#contracts';
import { StackOperations } from '../stacks/stack-operations';
import type { ActionContext } from './action-context';

/** What has FAILED goes on from where it failed, by an operation of its own, with the same template. */
@Injectable()
export class RetryAction {
  constructor(private readonly operations: StackOperations) {}

  async retry({ transaction, root, stack, requestId, requestedBy }: ActionContext): Promise<OperationId> {
    const action = RUNNABLE_ACTIONS.find((runnable) => runnable === stack.action);
    if (stack.status !== 'FAILED' || action === undefined) {
      throw new AppError('conflict', `only what has failed is retried; the stack is ${stack.action} ${stack.status}`);
    }
    const id = randomUUID() as OperationId;
    const next = { id, action, requestId, requestedBy, definitionId: stack.definition_id };
    await this.operations.begin(transaction, { root, stack }, next);
    return id;
  }
}

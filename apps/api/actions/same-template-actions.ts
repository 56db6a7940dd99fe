import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, RUNNABLE_ACTIONS } from '#contracts';
import type { OperationId, RunnableAction } from '#contracts';
import { refuseWhileDeleted } from '../stacks/refusals';
import { StackOperations } from '../stacks/stack-operations';
import type { ActionContext } from './action-context';

/** `retry`, `check` and `converge`: an operation of its own, with the template that the stack has. */
@Injectable()
export class SameTemplateActions {
  constructor(private readonly operations: StackOperations) {}

  /** What has FAILED goes on from where it failed. */
  async retry(context: ActionContext): Promise<OperationId> {
    const { stack } = context;
    const action = RUNNABLE_ACTIONS.find((runnable) => runnable === stack.action);
    if (stack.status !== 'FAILED' || action === undefined) {
      throw new AppError('conflict', `only what has failed is retried; the stack is ${stack.action} ${stack.status}`);
    }
    return this.begin(context, action);
  }

  /** Looks at what the stack is, or repairs it too; what is in progress is neither cut short nor looked at half-way. */
  async look(context: ActionContext, action: 'CHECK' | 'CONVERGE'): Promise<OperationId> {
    const { stack } = context;
    refuseWhileDeleted(stack);
    if (stack.status !== 'COMPLETE' && stack.status !== 'FAILED') {
      const word = action === 'CHECK' ? 'checked' : 'converged';
      const detail = `only what has come to its end is ${word}; the stack is ${stack.action} ${stack.status}`;
      throw new AppError('conflict', detail);
    }
    return this.begin(context, action);
  }

  private async begin(
    { transaction, root, stack, requestId, requestedBy }: ActionContext,
    action: RunnableAction,
  ): Promise<OperationId> {
    const id = randomUUID() as OperationId;
    const next = { id, action, requestId, requestedBy, definitionId: stack.definition_id };
    await this.operations.begin(transaction, { root, stack }, next);
    return id;
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError } from '#contracts';
import type { OperationId } from '#contracts';
import { DefinitionStore } from '../stacks/definition-store';
import { StackOperations } from '../stacks/stack-operations';
import type { ActionContext } from './action-context';
import { RunningOperation } from './running-operation';

/** `cancel_update`. */
@Injectable()
export class CancelAction {
  constructor(
    private readonly running: RunningOperation,
    private readonly definitions: DefinitionStore,
    private readonly operations: StackOperations,
  ) {}

  /** Back to the last good template, by an operation of its own; without that, the running one ends where it is. */
  async cancel(context: ActionContext, rollback: boolean): Promise<OperationId> {
    const { action, status, good_definition_id: good } = context.stack;
    const isUnderway = status === 'IN_PROGRESS' || status === 'PAUSED';
    if (isUnderway && !rollback && (action === 'UPDATE' || action === 'CREATE')) return this.running.cancel(context);
    if (!isUnderway || action !== 'UPDATE') {
      const what = rollback ? 'an update that is in progress' : 'a create or an update that is in progress';
      throw new AppError('conflict', `only ${what} can be cancelled; the stack is ${action} ${status}`);
    }
    if (good === null) {
      const detail = 'the stack was never whole, so that there is nothing to go back to: send {"rollback": false}';
      throw new AppError('conflict', detail);
    }
    return this.goBack(context, good);
  }

  private async goBack(
    { transaction, root, stack, requestId, requestedBy }: ActionContext,
    definitionId: string,
  ): Promise<OperationId> {
    const id = randomUUID() as OperationId;
    await this.definitions.restore(transaction, stack.id, definitionId);
    const next = { id, action: 'ROLLBACK' as const, requestId, requestedBy, definitionId };
    await this.operations.begin(transaction, { root, stack }, next);
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { AppError } from '#contracts';
import type { OperationId } from '#contracts';
import type { ActionContext } from './action-context';
import { RunningOperation } from './running-operation';

/** `pause` and `resume`. */
@Injectable()
export class PauseActions {
  constructor(private readonly running: RunningOperation) {}

  async pause(context: ActionContext): Promise<OperationId> {
    const { action, status } = context.stack;
    if (status === 'IN_PROGRESS') return this.running.pause(context);
    throw new AppError('conflict', `only what is in progress can be paused; the stack is ${action} ${status}`);
  }

  async resume(context: ActionContext): Promise<OperationId> {
    const { action, status } = context.stack;
    if (status === 'PAUSED') return this.running.resume(context);
    throw new AppError('conflict', `nothing is paused; the stack is ${action} ${status}`);
  }
}

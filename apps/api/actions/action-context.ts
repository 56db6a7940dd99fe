import type { OperationId, RequestId } from '#contracts';
import type { Transaction } from '../database/database';
import type { LockedStack } from '../stacks/stack-operations';
import type { ActionDto } from './dto/action.dto';

/** What an action is decided on, under the root's lock. */
export interface ActionContext extends LockedStack {
  transaction: Transaction;
  requestId: RequestId;
  requestedBy: string;
}

/** Begins an operation, or changes one; answers which. AppError `conflict` where the stack's state does not allow it. */
export type ActionHandler = (context: ActionContext, actions: ActionDto) => Promise<OperationId>;

/** The action that a request names. */
export type ActionName = keyof ActionDto;

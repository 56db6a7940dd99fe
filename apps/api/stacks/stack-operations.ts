import { Injectable } from '@nestjs/common';
import type { OperationId, RequestId, RunnableAction } from '#contracts';
import { appendNotifications } from '#entities';
import type { LockedRoot } from '#entities';
import { queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { OperationStore } from '../operations/operation-store';
import { acceptedNotifications, supersededNotification } from './stack-notifications';
import { StackStore } from './stack-store';
import type { StackUnderLock, WholeStackRow } from './stack-store';

const DEFAULT_TIMEOUT_MINS = 60;

/** A stack under its root's lock. */
export interface LockedStack {
  root: LockedRoot;
  stack: StackUnderLock;
}

/** An operation on a stack that is there, as accepted. */
export interface NextOperation {
  id: OperationId;
  action: RunnableAction;
  requestId: RequestId;
  requestedBy: string;
  definitionId: string;
  /** Absent: as the stack has it. */
  timeoutMins?: number;
}

/** Begins operations on stacks that are there, whatever is being done to them. */
@Injectable()
export class StackOperations {
  constructor(
    private readonly stacks: StackStore,
    private readonly operations: OperationStore,
    private readonly announcer: OperationAnnouncer,
  ) {}

  /** Makes an operation the stack's current one in place of any other; told, and announced after the commit. */
  async begin(
    transaction: Transaction,
    { root, stack }: LockedStack,
    { id, action, requestId, requestedBy, definitionId, timeoutMins }: NextOperation,
  ): Promise<WholeStackRow> {
    const reason = `superseded by operation ${id} (${action})`;
    const superseded = await this.operations.supersede(transaction, { id, stackId: stack.id }, reason);
    await this.operations.start(transaction, {
      ...{ id, action, requestId, requestedBy, definitionId },
      stackId: stack.id,
      rootId: root.id,
      project: stack.project,
      timeoutMins: timeoutMins ?? stack.timeout_mins ?? DEFAULT_TIMEOUT_MINS,
    });
    const row = await this.stacks.beginOperation(transaction, stack.id, { id, action });
    const notifications = [
      ...superseded.map((older) => supersededNotification(stack, { ...older, requestId }, reason)),
      ...acceptedNotifications(stack, { id, action, requestId }),
    ];
    await appendNotifications(queryOf(transaction), [{ root, notifications }]);
    const command = { operation_id: id, stack_id: stack.id, request_id: requestId };
    transaction.afterCommit(() => this.announcer.announce(action, command, root.partition));
    return row;
  }
}

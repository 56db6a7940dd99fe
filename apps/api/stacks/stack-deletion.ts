import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OperationId, RequestId, StackId } from '#contracts';
import { appendNotifications } from '#entities';
import type { LockedRoot } from '#entities';
import type { Caller } from '../auth/caller';
import { queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { OperationStore } from '../operations/operation-store';
import { Settings } from '../platform/settings';
import type { Answer } from '../requests/answer';
import { checkMatch, readIfMatch } from '../requests/conditional';
import { linksFor } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { acceptedAnswer } from './accepted-answer';
import { acceptedNotifications, supersededNotification } from './stack-notifications';
import { StackOutputs } from './stack-outputs';
import { StackStore } from './stack-store';
import type { StackUnderLock, WholeStackRow } from './stack-store';

const DEFAULT_TIMEOUT_MINS = 60;

interface Deletion {
  operationId: OperationId;
  requestId: RequestId;
  caller: Caller;
}

/** `DELETE /v2/stacks/{stack_id}`. */
@Injectable()
export class StackDeletion {
  constructor(
    private readonly stacks: StackStore,
    private readonly operations: OperationStore,
    private readonly announcer: OperationAnnouncer,
    private readonly outputs: StackOutputs,
    private readonly settings: Settings,
  ) {}

  /** Starts to delete a stack, whatever is being done to it; one that is being deleted already is left to it. */
  async delete(request: FastifyRequest, id: StackId, caller: Caller, commit: Commit): Promise<Answer> {
    const tags = readIfMatch(request.headers['if-match']);
    const located = await this.stacks.locate(caller.project, id);
    if (!located || located.deleted) throw stackNotFound();
    const deletion = { operationId: randomUUID() as OperationId, requestId: request.id as RequestId, caller };
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, located.rootId);
      const stack = await this.stacks.findUnderLock(transaction, caller.project, id);
      if (!root || !stack) throw stackNotFound();
      checkMatch(tags, stack.revision);
      const isUnderway = stack.action === 'DELETE' && stack.status === 'IN_PROGRESS';
      const row = isUnderway ? stack : await this.begin(transaction, { root, stack }, deletion);
      return acceptedAnswer(row, this.outputs.of(row), linksFor(request, this.settings.publicUrl));
    });
  }

  private async begin(
    transaction: Transaction,
    { root, stack }: { root: LockedRoot; stack: StackUnderLock },
    { operationId, requestId, caller }: Deletion,
  ): Promise<WholeStackRow> {
    const operation = { id: operationId, action: 'DELETE' as const, requestId };
    const reason = `superseded by operation ${operationId} (DELETE)`;
    const superseded = await this.operations.supersede(transaction, { id: operationId, stackId: stack.id }, reason);
    await this.operations.start(transaction, {
      ...operation,
      stackId: stack.id,
      rootId: root.id,
      project: stack.project,
      definitionId: stack.definition_id,
      timeoutMins: stack.timeout_mins ?? DEFAULT_TIMEOUT_MINS,
      requestedBy: caller.name,
    });
    const row = await this.stacks.beginOperation(transaction, stack.id, operation);
    const notifications = [
      ...superseded.map((older) => supersededNotification(stack, { ...older, requestId }, reason)),
      ...acceptedNotifications(stack, operation),
    ];
    await appendNotifications(queryOf(transaction), [{ root, notifications }]);
    const command = { operation_id: operationId, stack_id: stack.id, request_id: requestId };
    transaction.afterCommit(() => this.announcer.announce('DELETE', command, root.partition));
    return row;
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OperationId, RequestId, StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import type { Commit } from '../idempotency/idempotent-requests';
import { Settings } from '../platform/settings';
import type { Answer } from '../requests/answer';
import { checkMatch, readIfMatch } from '../requests/conditional';
import { linksFor } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { acceptedAnswer } from './accepted-answer';
import { StackOperations } from './stack-operations';
import { StackOutputs } from './stack-outputs';
import { StackStore } from './stack-store';

/** `DELETE /v2/stacks/{stack_id}`. */
@Injectable()
export class StackDeletion {
  constructor(
    private readonly stacks: StackStore,
    private readonly operations: StackOperations,
    private readonly outputs: StackOutputs,
    private readonly settings: Settings,
  ) {}

  /** Starts to delete a stack, whatever is being done to it; one that is being deleted already is left to it. */
  async delete(request: FastifyRequest, id: StackId, caller: Caller, commit: Commit): Promise<Answer> {
    const tags = readIfMatch(request.headers['if-match']);
    const located = await this.stacks.locate(caller.project, id);
    if (!located || located.deleted) throw stackNotFound();
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, located.rootId);
      const stack = await this.stacks.findUnderLock(transaction, caller.project, id);
      if (!root || !stack) throw stackNotFound();
      checkMatch(tags, stack.revision);
      const isUnderway = stack.action === 'DELETE' && stack.status === 'IN_PROGRESS';
      const deletion = {
        id: randomUUID() as OperationId,
        action: 'DELETE' as const,
        requestId: request.id as RequestId,
        requestedBy: caller.name,
        definitionId: stack.definition_id,
      };
      const row = isUnderway ? stack : await this.operations.begin(transaction, { root, stack }, deletion);
      return acceptedAnswer(row, this.outputs.of(row), linksFor(request, this.settings.publicUrl));
    });
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { OperationId, RequestId, StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { TemplateChecker } from '../checking/template-checker';
import type { CheckedUpdate } from '../checking/template-checker';
import type { Transaction } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { Settings, templateQuotas } from '../platform/settings';
import { Problem } from '../problems/problem';
import type { Answer } from '../requests/answer';
import { checkMatch, readIfMatch } from '../requests/conditional';
import { linksFor } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { acceptedAnswer } from './accepted-answer';
import { DefinitionStore } from './definition-store';
import { refuseWhileDeleted } from './refusals';
import { StackOperations } from './stack-operations';
import type { LockedStack, NextOperation } from './stack-operations';
import { StackOutputs } from './stack-outputs';
import { StackStore } from './stack-store';
import type { WholeStackRow } from './stack-store';

/** So often a change is checked again because another was accepted meanwhile. */
const MOST_TRIES = 5;

/** Another change was accepted while this one was checked: it is checked again, against what the stack is now. */
class Overtaken extends Error {}

/** `PUT` and `PATCH /v2/stacks/{stack_id}`. */
@Injectable()
export class StackUpdate {
  constructor(
    private readonly checker: TemplateChecker,
    private readonly stacks: StackStore,
    private readonly definitions: DefinitionStore,
    private readonly operations: StackOperations,
    private readonly outputs: StackOutputs,
    private readonly settings: Settings,
  ) {}

  /** Starts to make a stack what the request says, whatever is being done to it, unless it is being deleted. */
  async update(request: FastifyRequest, id: StackId, caller: Caller, commit: Commit): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.tryUpdate(request, id, caller, commit);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        if (tries === MOST_TRIES) {
          throw new AppError('conflict', 'the stack is changed by others all the time: try again, or send If-Match');
        }
      }
    }
  }

  private async tryUpdate(request: FastifyRequest, id: StackId, caller: Caller, commit: Commit): Promise<Answer> {
    const tags = readIfMatch(request.headers['if-match']);
    const current = await this.definitions.current(caller.project, id);
    if (!current) throw stackNotFound();
    // Before all the work that the check is; it is looked at again under the lock.
    checkMatch(tags, current.revision);
    const verdict = await this.checker.update({
      body: request.body as Uint8Array | undefined,
      method: request.method === 'PUT' ? 'PUT' : 'PATCH',
      stackId: id,
      stackName: current.name,
      project: caller.project,
      ...templateQuotas(this.settings.quotas),
      current: current.sealed,
    });
    if (!verdict.ok) throw new Problem(verdict.problem);
    const ids = { id: randomUUID() as OperationId, definitionId: randomUUID(), requestId: request.id as RequestId };
    const update = { ...ids, requestedBy: caller.name, checked: verdict.value };
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, current.rootId);
      const stack = await this.stacks.findUnderLock(transaction, caller.project, id);
      if (!root || !stack) throw stackNotFound();
      checkMatch(tags, stack.revision);
      refuseWhileDeleted(stack);
      if (stack.definition_id !== current.definitionId) throw new Overtaken();
      const row = await this.begin(transaction, { root, stack }, update);
      return acceptedAnswer(row, this.outputs.of(row), linksFor(request, this.settings.publicUrl));
    });
  }

  private async begin(
    transaction: Transaction,
    locked: LockedStack,
    { checked, ...operation }: Omit<NextOperation, 'action'> & { checked: CheckedUpdate },
  ): Promise<WholeStackRow> {
    const { id: stackId, root_id: rootId } = locked.stack;
    const { definitionId } = operation;
    await this.definitions.insert(transaction, { id: definitionId, stackId, rootId, checked });
    await this.definitions.change(transaction, stackId, { definitionId, checked });
    const { timeoutMins } = checked;
    const update = { ...operation, action: 'UPDATE' as const, ...(timeoutMins === undefined ? {} : { timeoutMins }) };
    return this.operations.begin(transaction, locked, update);
  }
}

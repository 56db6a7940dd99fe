import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError, InvariantError } from '#contracts';
import type { RequestId, StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnswerDto } from '../operations/dto/operation.dto';
import { OperationStore } from '../operations/operation-store';
import { operationView } from '../operations/operation-view';
import { Settings } from '../platform/settings';
import { Problem } from '../problems/problem';
import type { Answer } from '../requests/answer';
import { jsonAnswer } from '../requests/answer';
import { checkMatch, readIfMatch } from '../requests/conditional';
import { linksFor } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { readBody } from '../requests/read-body';
import { StackStore } from '../stacks/stack-store';
import type { ActionHandler, ActionName } from './action-context';
import { ActionDto, actionFault } from './dto/action.dto';
import { CancelAction } from './cancel-action';
import { PauseActions } from './pause-actions';
import { SameTemplateActions } from './same-template-actions';

/** `POST /v2/stacks/{stack_id}/actions`. */
@Injectable()
export class StackActions {
  /** Those that are not here are checked, and answered with 501. */
  private readonly handlers: Readonly<Partial<Record<ActionName, ActionHandler>>>;

  constructor(
    private readonly stacks: StackStore,
    private readonly operations: OperationStore,
    private readonly settings: Settings,
    same: SameTemplateActions,
    pauses: PauseActions,
    cancel: CancelAction,
  ) {
    this.handlers = {
      pause: (context) => pauses.pause(context),
      resume: (context) => pauses.resume(context),
      cancel_update: (context, { cancel_update: options }) => cancel.cancel(context, options?.rollback ?? true),
      retry: (context) => same.retry(context),
      check: (context) => same.look(context, 'CHECK'),
      converge: (context) => same.look(context, 'CONVERGE'),
    };
  }

  async act(request: FastifyRequest, id: StackId, caller: Caller, commit: Commit): Promise<Answer> {
    const tags = readIfMatch(request.headers['if-match']);
    const located = await this.stacks.locate(caller.project, id);
    if (!located || located.deleted) throw stackNotFound();
    const actions = readActions(request.body);
    const handler = this.handlers[nameOf(actions)];
    if (!handler) throw new AppError('not-implemented', 'Kiln cannot do this yet');
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, located.rootId);
      const stack = await this.stacks.findUnderLock(transaction, caller.project, id);
      if (!root || !stack) throw stackNotFound();
      checkMatch(tags, stack.revision);
      const by = { requestId: request.id as RequestId, requestedBy: caller.name };
      const operationId = await handler({ transaction, root, stack, ...by }, actions);
      const row = await this.operations.findUnderLock(transaction, id, operationId);
      const links = linksFor(request, this.settings.publicUrl);
      const answer: OperationAnswerDto = { operation: operationView(row, links) };
      return jsonAnswer(202, answer, { location: links.to(`/v2/stacks/${id}/operations/${operationId}`) });
    });
  }
}

function readActions(body: unknown): ActionDto {
  const read = readBody(body, { dto: ActionDto, faultOf: actionFault });
  if (!read.ok) throw new Problem(read.problem);
  return read.value;
}

function nameOf(actions: ActionDto): ActionName {
  const [name] = Object.entries(actions).flatMap(([key, options]) => (options === undefined ? [] : [key]));
  if (name === undefined) throw new InvariantError('a body that names no action passed its check');
  return name as ActionName;
}

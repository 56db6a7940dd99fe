import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OperationId, RequestId, RootId, StackId } from '#contracts';
import { appendNotifications } from '#entities';
import { PARTITIONS } from '#messaging';
import type { Caller } from '../auth/caller';
import { TemplateChecker } from '../checking/template-checker';
import type { CheckedStack } from '../checking/template-checker';
import { queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { OperationStore } from '../operations/operation-store';
import { Settings, templateQuotas } from '../platform/settings';
import { Problem } from '../problems/problem';
import type { Answer } from '../requests/answer';
import { linksFor } from '../requests/links';
import { acceptedAnswer } from './accepted-answer';
import { partitionOf } from './partition-of';
import { stackQuotaExceeded } from './refusals';
import { acceptedNotifications } from './stack-notifications';
import { DefinitionStore } from './definition-store';
import { StackStore } from './stack-store';
import type { StackRow } from './stack-store';

/** So near to the quota, creations of a project wait for each other, so that the quota holds exactly. */
const NEAR_QUOTA = 1_000;
const DEFAULT_TIMEOUT_MINS = 60;

interface Creation {
  id: StackId;
  operationId: OperationId;
  requestId: RequestId;
  caller: Caller;
  checked: CheckedStack;
}

/** `POST /v2/stacks`. */
@Injectable()
export class StackCreation {
  constructor(
    private readonly checker: TemplateChecker,
    private readonly stacks: StackStore,
    private readonly definitions: DefinitionStore,
    private readonly operations: OperationStore,
    private readonly announcer: OperationAnnouncer,
    private readonly settings: Settings,
  ) {}

  /** Checks the whole request, stores the stack with its first operation, and says that there is something to do. */
  async create(request: FastifyRequest, caller: Caller, commit: Commit): Promise<Answer> {
    const id = randomUUID() as StackId;
    const verdict = await this.checker.create({
      body: request.body as Uint8Array | undefined,
      stackId: id,
      project: caller.project,
      ...templateQuotas(this.settings.quotas),
    });
    if (!verdict.ok) throw new Problem(verdict.problem);
    const operationId = randomUUID() as OperationId;
    const requestId = request.id as RequestId;
    const creation = { id, operationId, requestId, caller, checked: verdict.value };
    return commit(async (transaction) => {
      const row = await this.store(transaction, creation);
      return acceptedAnswer(row, [], linksFor(request, this.settings.publicUrl));
    });
  }

  private async store(transaction: Transaction, creation: Creation): Promise<StackRow> {
    const { id, operationId, requestId, caller, checked } = creation;
    const { project, name: owner } = caller;
    await this.checkQuota(transaction, project);
    const root = await this.stacks.insertRoot(transaction, id, project, partitionOf(id, PARTITIONS));
    const definitionId = randomUUID();
    const row = await this.stacks.insert(transaction, { id, project, owner, operationId, definitionId, checked });
    const rootId = id as string as RootId;
    await this.definitions.insert(transaction, { id: definitionId, stackId: id, rootId, checked });
    await this.operations.start(transaction, {
      id: operationId,
      stackId: id,
      rootId,
      project,
      definitionId,
      action: 'CREATE',
      timeoutMins: checked.timeoutMins ?? DEFAULT_TIMEOUT_MINS,
      requestedBy: owner,
      requestId,
    });
    const notifications = acceptedNotifications(row, { id: operationId, action: 'CREATE', requestId });
    await appendNotifications(queryOf(transaction), [{ root, notifications }]);
    const command = { operation_id: operationId, stack_id: id, request_id: requestId };
    transaction.afterCommit(() => this.announcer.announce('CREATE', command, root.partition));
    return row;
  }

  private async checkQuota(transaction: Transaction, project: string): Promise<void> {
    const { stacks: quota } = this.settings.quotas;
    let living = await this.stacks.countLiving(transaction, project, quota);
    if (living < quota && living > quota - NEAR_QUOTA) {
      await this.stacks.lockQuota(transaction, project);
      living = await this.stacks.countLiving(transaction, project, quota);
    }
    if (living < quota) return;
    throw stackQuotaExceeded(quota);
  }
}

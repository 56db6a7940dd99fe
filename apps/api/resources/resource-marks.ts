import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { JsonObject, Notification, RequestId } from '#contracts';
import { SecretBox, appendNotifications } from '#entities';
import { queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { Settings } from '../platform/settings';
import { Problem } from '../problems/problem';
import { jsonAnswer } from '../requests/answer';
import type { Answer } from '../requests/answer';
import { linksFor } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { readBody } from '../requests/read-body';
import { refuseWhileDeleted } from '../stacks/refusals';
import { StackReading } from '../stacks/stack-reading';
import { StackStore } from '../stacks/stack-store';
import type { StackRow } from '../stacks/stack-store';
import { MarkResourceDto } from './dto/mark-resource.dto';
import { ResourceAnswerDto } from './dto/resource.dto';
import type { ResourcePlace } from './resource-metadata';
import { ResourceStore } from './resource-store';
import type { MarkableResourceRow } from './resource-store';
import { resourceView } from './resource-view';

const NO_REASON = 'marked as unhealthy';

/** `PATCH …/resources/{resource_name}`: what is marked, the next update or converge replaces. */
@Injectable()
export class ResourceMarks {
  constructor(
    private readonly stacks: StackStore,
    private readonly reading: StackReading,
    private readonly store: ResourceStore,
    private readonly secrets: SecretBox,
    private readonly announcer: OperationAnnouncer,
    private readonly settings: Settings,
  ) {}

  /** Marks a resource, or takes that back, whatever is being done to the stack; not while a step runs on the resource. */
  async mark(request: FastifyRequest, { project, id, name }: ResourcePlace, commit: Commit): Promise<Answer> {
    const rootId = await this.reading.mustLive(project, id);
    const read = readBody(request.body, { dto: MarkResourceDto });
    if (!read.ok) throw new Problem(read.problem);
    const mark = read.value;
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, rootId);
      const stack = await this.stacks.findUnderLock(transaction, project, id);
      if (!root || !stack) throw stackNotFound();
      refuseWhileDeleted(stack);
      const before = await this.store.findUnderLock(transaction, id, name);
      refuseUnmade(before);
      if (!changes(before, mark)) return this.answer(request, before);
      const row = await this.change(transaction, before, mark);
      const notifications = [markNotification(stack, row, request.id as RequestId)];
      await appendNotifications(queryOf(transaction), [{ root, notifications }]);
      transaction.afterCommit(() => this.announcer.nudge(root.partition));
      return this.answer(request, row);
    });
  }

  private async change(
    transaction: Transaction,
    { id, stack_id, name }: MarkableResourceRow,
    { mark_unhealthy: isUnhealthy, reason }: MarkResourceDto,
  ): Promise<MarkableResourceRow> {
    if (isUnhealthy) await this.store.mark(transaction, id, reason ?? NO_REASON);
    else await this.store.unmark(transaction, id, reason ?? '');
    const row = await this.store.findUnderLock(transaction, stack_id, name);
    if (!row) throw new AppError('not-found', NO_SUCH_RESOURCE);
    return row;
  }

  private answer(request: FastifyRequest, row: MarkableResourceRow): Answer {
    const { sealed_attributes: sealed } = row;
    const attributes = sealed ? (this.secrets.open(sealed) as JsonObject) : {};
    const resource = resourceView(row, linksFor(request, this.settings.publicUrl), attributes);
    return jsonAnswer(200, { resource } satisfies ResourceAnswerDto);
  }
}

const NO_SUCH_RESOURCE = 'the stack has no resource of this name';

function refuseUnmade(row: MarkableResourceRow | undefined): asserts row is MarkableResourceRow {
  if (!row) throw new AppError('not-found', NO_SUCH_RESOURCE);
  const { action, status } = row;
  if (status === 'IN_PROGRESS' || row.at_work) {
    const what = status === 'IN_PROGRESS' ? `is ${action} IN_PROGRESS` : 'is being looked at';
    throw new AppError('conflict', `the resource ${what}: mark it when that is over`);
  }
  if (action === 'INIT') throw new AppError('conflict', 'the resource has not been made yet: there is nothing to mark');
  if (action === 'DELETE')
    throw new AppError('conflict', `the resource is ${action} ${status}: it is not kept, however it is`);
}

/** What neither a mark nor a check says is unhealthy is healthy. */
function changes(row: MarkableResourceRow, { mark_unhealthy: isUnhealthy }: MarkResourceDto): boolean {
  return isUnhealthy || row.marked_unhealthy || (row.action === 'CHECK' && row.status === 'FAILED');
}

function markNotification(stack: StackRow, row: MarkableResourceRow, requestId: RequestId): Notification {
  return {
    kind: 'resource',
    data: {
      stack_id: stack.id,
      stack_name: stack.name,
      resource_name: row.name,
      resource_type: row.type,
      ...(row.physical_id === null ? {} : { physical_resource_id: row.physical_id }),
      action: row.action,
      status: row.status,
      ...(row.status_reason === '' ? {} : { status_reason: row.status_reason }),
      request_id: requestId,
    },
  };
}

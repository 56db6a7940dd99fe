import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { JsonObject, Notification, RequestId, StackId } from '#contracts';
import { SecretBox, appendNotifications } from '#entities';
import { plainJson } from '#template';
import { queryOf } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { Problem } from '../problems/problem';
import { jsonAnswer } from '../requests/answer';
import type { Answer } from '../requests/answer';
import { mergePatch } from '../requests/merge-patch';
import { stackNotFound } from '../requests/path-members';
import { readObject } from '../requests/read-body';
import { StackReading } from '../stacks/stack-reading';
import { StackStore } from '../stacks/stack-store';
import type { StackRow } from '../stacks/stack-store';
import { MetadataStore } from './metadata-store';
import type { MetadataRow } from './metadata-store';

const WRAPPER = { name: 'metadata', answerOnly: [] };

/** A resource of a stack of a project. */
export interface ResourcePlace {
  readonly project: string;
  readonly id: StackId;
  readonly name: string;
}

/** `GET`, `PUT` and `PATCH …/metadata`: the template's, or what a request has set since. */
@Injectable()
export class ResourceMetadata {
  constructor(
    private readonly stacks: StackStore,
    private readonly reading: StackReading,
    private readonly store: MetadataStore,
    private readonly secrets: SecretBox,
    private readonly announcer: OperationAnnouncer,
  ) {}

  async show(project: string, id: StackId, name: string): Promise<JsonObject> {
    await this.reading.mustLive(project, id);
    return this.metadataOf(found(await this.store.find(id, name)));
  }

  /** Replaces the metadata (PUT), or merges into it (PATCH), and tells it; whatever is being done to the stack. */
  async change(request: FastifyRequest, { project, id, name }: ResourcePlace, commit: Commit): Promise<Answer> {
    const rootId = await this.reading.mustLive(project, id);
    const given = bodyOf(request);
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, rootId);
      const stack = await this.stacks.findUnderLock(transaction, project, id);
      if (!root || !stack) throw stackNotFound();
      const row = found(await this.store.findUnderLock(transaction, id, name));
      const metadata = request.method === 'PATCH' ? (mergePatch(this.metadataOf(row), given) as JsonObject) : given;
      await this.store.set(transaction, row.id, this.secrets.seal(metadata));
      const notifications = [metadataNotification(stack, row, request.id as RequestId)];
      await appendNotifications(queryOf(transaction), [{ root, notifications }]);
      transaction.afterCommit(() => this.announcer.nudge(root.partition));
      return jsonAnswer(200, { metadata });
    });
  }

  private metadataOf({ sealed_metadata: sealed }: MetadataRow): JsonObject {
    return sealed ? (this.secrets.open(sealed) as JsonObject) : {};
  }
}

function bodyOf(request: FastifyRequest): JsonObject {
  const read = readObject(request.body as Uint8Array | undefined, WRAPPER);
  if (!read.ok) throw new Problem(read.problem);
  return plainJson(read.value) as JsonObject;
}

function found(row: MetadataRow | undefined): MetadataRow {
  if (!row) throw new AppError('not-found', 'the stack has no resource of this name');
  return row;
}

/** The metadata itself is not told: it may hold what only the resource is to know. */
function metadataNotification(stack: StackRow, row: MetadataRow, requestId: RequestId): Notification {
  return {
    kind: 'metadata',
    data: {
      stack_id: stack.id,
      stack_name: stack.name,
      resource_name: row.name,
      resource_type: row.type,
      ...(row.physical_id === null ? {} : { physical_resource_id: row.physical_id }),
      action: row.action,
      status: row.status,
      request_id: requestId,
    },
  };
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { Json, Notification, RequestId, RootId, StackId } from '#contracts';
import { appendNotifications, digestOfToken, SecretBox } from '#entities';
import type { Signal } from '#resources';
import { queryOf } from '../database/database';
import type { Transaction } from '../database/database';
import type { Commit } from '../idempotency/idempotent-requests';
import { OperationAnnouncer } from '../operations/operation-announcer';
import { emptyAnswer } from '../requests/answer';
import type { Answer } from '../requests/answer';
import { refuseQuery } from '../requests/read-query';
import { StackReading } from '../stacks/stack-reading';
import { StackStore } from '../stacks/stack-store';
import { bodyOf, SignalReading, storedSignal } from './signal-reading';
import { SignalStore } from './signal-store';
import type { SignalledRow } from './signal-store';

type Find = (transaction: Transaction) => Promise<SignalledRow>;

/** Stores signals, tells them, and lets go who waits for them: all in one transaction. */
@Injectable()
export class SignalTaking {
  constructor(
    private readonly stacks: StackStore,
    private readonly reading: StackReading,
    private readonly store: SignalStore,
    private readonly signals: SignalReading,
    private readonly secrets: SecretBox,
    private readonly announcer: OperationAnnouncer,
  ) {}

  async take(
    request: FastifyRequest,
    place: { project: string; id: StackId; name: string },
    commit: Commit,
  ): Promise<Answer> {
    const rootId = await this.reading.mustLive(place.project, place.id);
    return this.commitSignal(request, commit, rootId, async (transaction) => {
      const row = await this.store.findUnderLock(transaction, place);
      if (!row) throw new AppError('not-found', 'the stack has no resource of this name');
      return row;
    });
  }

  /** Nothing is said to who does not know the token, not even what is wrong with the rest of the request. */
  async takeByToken(request: FastifyRequest, token: string, commit: Commit): Promise<Answer> {
    const digest = digestOfToken(token);
    const located = await this.store.findByDigest(digest);
    if (!located) throw unknownToken();
    refuseQuery(request.query);
    return this.commitSignal(request, commit, located.root_id, async (transaction) => {
      const row = await this.store.findByDigestUnderLock(transaction, digest);
      if (!row) throw unknownToken();
      return row;
    });
  }

  private async commitSignal(request: FastifyRequest, commit: Commit, rootId: RootId, find: Find): Promise<Answer> {
    const body = bodyOf(request.body);
    return commit(async (transaction) => {
      const root = await this.stacks.lockRoot(transaction, rootId);
      if (!root) throw new AppError('not-found', 'the stack is gone');
      const row = await find(transaction);
      const signal = await this.keep(transaction, row, body);
      const woken = await this.store.wake(transaction, row.id);
      const notifications = [signalNotification(row, signal, request.id as RequestId)];
      await appendNotifications(queryOf(transaction), [{ root, notifications }]);
      transaction.afterCommit(() => {
        this.announcer.offer(woken);
        this.announcer.nudge(root.partition);
      });
      return emptyAnswer(202);
    });
  }

  private async keep(transaction: Transaction, row: SignalledRow, body: Json): Promise<Signal> {
    const stored = await this.store.stored(transaction, row.id);
    const { key, signal } = this.signals.read(row, body, stored);
    await this.store.put(transaction, row.id, { key, sealed: this.secrets.seal(storedSignal(signal)) });
    return signal;
  }
}

function unknownToken(): AppError {
  return new AppError('not-found', 'no resource takes signals here');
}

/** What it says besides is not told: it may hold what only the stack is to know. */
function signalNotification(row: SignalledRow, { status }: Signal, requestId: RequestId): Notification {
  return {
    kind: 'signal',
    data: {
      stack_id: row.stack_id,
      stack_name: row.stack_name,
      resource_name: row.name,
      resource_type: row.type,
      ...(row.physical_id === null ? {} : { physical_resource_id: row.physical_id }),
      action: row.action,
      status: row.status,
      status_reason: `signalled ${status}`,
      request_id: requestId,
    },
  };
}

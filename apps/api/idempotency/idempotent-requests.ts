import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvariantError } from '#contracts';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { pathOf } from '../edge/request-path';
import { PROBLEM_CONTENT_TYPE, Problem, invalidRequest, renderProblem } from '../problems/problem';
import { toProblem } from '../problems/to-problem';
import type { Answer } from '../requests/answer';
import { IdempotencyStore } from './idempotency-store';
import type { KeyedRequest } from './idempotency-store';

/** Commits what `work` did together with the answer, which is kept where the request has an idempotency key. */
export type Commit = (work: (transaction: Transaction) => Promise<Answer>) => Promise<Answer>;

/** Ends an attempt whose key was taken meanwhile: the other's answer is given instead. */
class Overtaken extends Error {}

/**
 * Requests that may carry an `Idempotency-Key`. The key's row is claimed in the request's own transaction, so a second
 * request with it waits for the first and then gives the same answer. A 5xx is not kept.
 */
@Injectable()
export class IdempotentRequests {
  constructor(
    private readonly database: Database,
    private readonly store: IdempotencyStore,
  ) {}

  /** `attempt` decides all that can be decided before, then calls `commit` once, then does what follows the commit. */
  async answer(request: FastifyRequest, attempt: (commit: Commit) => Promise<Answer>): Promise<Answer> {
    const keyed = this.identify(request);
    if (!keyed) return attempt((work) => this.database.transaction(work));
    const kept = await this.replay(keyed);
    if (kept) return kept;
    try {
      return await attempt((work) => this.database.transaction((transaction) => this.under(keyed, transaction, work)));
    } catch (error) {
      if (error instanceof Overtaken) return this.replayCertain(keyed);
      return this.keepRefusal(keyed, request, toProblem(error));
    }
  }

  private identify(request: FastifyRequest): KeyedRequest | undefined {
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.caller) return undefined;
    if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) {
      const detail = 'Idempotency-Key must be 1 to 255 visible ASCII characters, sent once';
      throw new Problem(invalidRequest([{ path: '/headers/idempotency-key', detail }]));
    }
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return { project: request.caller.project, method: request.method, path: pathOf(request.url), key, body };
  }

  private async under(
    keyed: KeyedRequest,
    transaction: Transaction,
    work: (transaction: Transaction) => Promise<Answer>,
  ): Promise<Answer> {
    if (!(await this.store.claim(transaction, keyed))) throw new Overtaken();
    const answer = await work(transaction);
    await this.store.keep(transaction, keyed, answer);
    return answer;
  }

  private async replay(keyed: KeyedRequest): Promise<Answer | undefined> {
    const kept = await this.store.find(keyed);
    if (!kept) return undefined;
    if (kept.isOfBody) return kept.answer;
    const detail = 'this Idempotency-Key was used with another body: take a new key for a new request';
    throw new Problem({ code: 'idempotency-key-reused', detail });
  }

  private async replayCertain(keyed: KeyedRequest): Promise<Answer> {
    const kept = await this.replay(keyed);
    if (!kept) throw new InvariantError('an answer that was just kept is gone');
    return kept;
  }

  /** A refusal is an answer too: it is kept, and given again, also where the same request would now succeed. */
  private async keepRefusal(keyed: KeyedRequest, request: FastifyRequest, problem: Problem): Promise<Answer> {
    if (problem.status >= 500) throw problem;
    const body = renderProblem(problem, { instance: keyed.path, requestId: request.id });
    const headers = { 'content-type': PROBLEM_CONTENT_TYPE, ...problem.facts.headers };
    await this.store.keepAlone(keyed, { status: problem.status, headers, body });
    return this.replayCertain(keyed);
  }
}

import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { TemplateChecker } from '../checking/template-checker';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { Problem } from '../problems/problem';
import { JSON_CONTENT_TYPE, send } from '../requests/answer';
import type { Answer } from '../requests/answer';
import { refuseQuery } from '../requests/read-query';

@Controller('v2/validate_template')
export class TemplatesController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly checker: TemplateChecker,
  ) {}

  @Post()
  @Allow('reader')
  async validate(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    refuseQuery(request.query);
    const answer = await this.requests.answer(request, async (commit) => {
      const checked = await this.check(request.body as Uint8Array | undefined, caller);
      return request.headers['idempotency-key'] === undefined ? checked : commit(() => Promise.resolve(checked));
    });
    send(reply, answer);
  }

  private async check(body: Uint8Array | undefined, { project }: Caller): Promise<Answer> {
    const verdict = await this.checker.validate({ body, project });
    if (!verdict.ok) throw new Problem(verdict.problem);
    return { status: 200, headers: { 'content-type': JSON_CONTENT_TYPE }, body: verdict.value };
  }
}

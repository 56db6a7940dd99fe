import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { send } from '../requests/answer';
import { PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { StackActions } from './stack-actions';

@Controller('v2/stacks/:stack_id/actions')
export class ActionsController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly actions: StackActions,
  ) {}

  @Post()
  @Allow('member')
  async act(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    send(reply, await this.requests.answer(request, (commit) => this.actions.act(request, id, caller, commit)));
  }
}

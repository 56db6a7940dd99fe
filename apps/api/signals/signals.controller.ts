import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { send } from '../requests/answer';
import { PathResourceName, PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { SignalTaking } from './signal-taking';

@Controller('v2')
export class SignalsController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly signals: SignalTaking,
  ) {}

  @Post('stacks/:stack_id/resources/:resource_name/signal')
  @Allow('member')
  async signal(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<void> {
    refuseQuery(request.query);
    const place = { project: caller.project, id, name };
    send(reply, await this.requests.answer(request, (commit) => this.signals.take(request, place, commit)));
  }

  /** Who knows the token may signal, whoever that is. */
  @Post('signals/:token')
  @Allow('public')
  async signalByToken(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<void> {
    send(reply, await this.requests.answer(request, (commit) => this.signals.takeByToken(request, token, commit)));
  }
}

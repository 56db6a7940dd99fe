import { Controller, Patch, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { send } from '../requests/answer';
import { PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { StackUpdate } from './stack-update';

@Controller('v2/stacks/:stack_id')
export class StackUpdateController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly changes: StackUpdate,
  ) {}

  /** The request's template, environment, files and parameters take the place of those that there are. */
  @Put()
  @Allow('member')
  async replace(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    send(reply, await this.requests.answer(request, (commit) => this.changes.update(request, id, caller, commit)));
  }

  /** What the request leaves out stays as it is. */
  @Patch()
  @Allow('member')
  async patch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    return this.replace(request, reply, caller, id);
  }
}

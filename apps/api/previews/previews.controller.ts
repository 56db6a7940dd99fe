import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { JSON_CONTENT_TYPE } from '../requests/answer';
import { PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { Previews } from './previews';

@Controller('v2/stacks')
export class PreviewsController {
  constructor(private readonly previews: Previews) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('reader')
  async create(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    refuseQuery(request.query);
    const preview = await this.previews.create(request.body as Uint8Array | undefined, caller);
    void reply.header('content-type', JSON_CONTENT_TYPE).send(preview);
  }

  @Post(':stack_id/preview')
  @HttpCode(200)
  @Allow('reader')
  async update(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    const preview = await this.previews.update(request.body as Uint8Array | undefined, id, caller);
    void reply.header('content-type', JSON_CONTENT_TYPE).send(preview);
  }
}

import { Controller, Get, Patch, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { send } from '../requests/answer';
import { PathResourceName, PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { MetadataAnswerDto } from './dto/metadata.dto';
import { ResourceMetadata } from './resource-metadata';

@Controller('v2/stacks/:stack_id/resources/:resource_name/metadata')
export class MetadataController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly metadata: ResourceMetadata,
  ) {}

  @Get()
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<MetadataAnswerDto> {
    refuseQuery(request.query);
    return { metadata: await this.metadata.show(caller.project, id, name) };
  }

  @Put()
  @Allow('member')
  async replace(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<void> {
    refuseQuery(request.query);
    const change = { project: caller.project, id, name };
    send(reply, await this.requests.answer(request, (commit) => this.metadata.change(request, change, commit)));
  }

  /** Merges (RFC 7396). */
  @Patch()
  @Allow('member')
  async merge(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<void> {
    return this.replace(request, reply, caller, id, name);
  }
}

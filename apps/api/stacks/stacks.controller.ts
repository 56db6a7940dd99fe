import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { Settings } from '../platform/settings';
import { JSON_CONTENT_TYPE, send } from '../requests/answer';
import { tagOf } from '../requests/conditional';
import { linksFor } from '../requests/links';
import { PathStackId } from '../requests/path-members';
import { readQuery, refuseQuery } from '../requests/read-query';
import { ListStacksQuery } from './dto/list-stacks.query';
import { ShowStackQuery } from './dto/show-stack.query';
import { StackListDto } from './dto/stack.dto';
import { StackCreation } from './stack-creation';
import { StackDeletion } from './stack-deletion';
import { StackListing } from './stack-listing';
import { StackReading } from './stack-reading';

@Controller('v2/stacks')
export class StacksController {
  constructor(
    private readonly requests: IdempotentRequests,
    private readonly creation: StackCreation,
    private readonly deletion: StackDeletion,
    private readonly listing: StackListing,
    private readonly reading: StackReading,
    private readonly settings: Settings,
  ) {}

  @Post()
  @Allow('member')
  async create(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    refuseQuery(request.query);
    send(reply, await this.requests.answer(request, (commit) => this.creation.create(request, caller, commit)));
  }

  @Get()
  @Allow('reader')
  async list(@Req() request: FastifyRequest, @CurrentCaller() caller: Caller): Promise<StackListDto> {
    const query = readQuery(ListStacksQuery, request.query);
    return this.listing.list(caller, query, request.url, linksFor(request, this.settings.publicUrl));
  }

  @Get(':stack_id')
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    const query = readQuery(ShowStackQuery, request.query);
    const links = linksFor(request, this.settings.publicUrl);
    const answer = await this.reading.show(caller.project, id, query, links);
    void reply.header('etag', tagOf(answer.stack.revision)).header('content-type', JSON_CONTENT_TYPE).send(answer);
  }

  @Delete(':stack_id')
  @Allow('member')
  async delete(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    send(reply, await this.requests.answer(request, (commit) => this.deletion.delete(request, id, caller, commit)));
  }
}

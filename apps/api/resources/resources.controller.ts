import { Controller, Get, Patch, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { Settings } from '../platform/settings';
import { send } from '../requests/answer';
import { linksFor } from '../requests/links';
import { PathResourceName, PathStackId } from '../requests/path-members';
import { readQuery, refuseQuery } from '../requests/read-query';
import { StackReading } from '../stacks/stack-reading';
import { ListResourcesQuery } from './dto/list-resources.query';
import { ResourceAnswerDto, ResourceListDto } from './dto/resource.dto';
import { ShowResourceQuery } from './dto/show-resource.query';
import { ResourceMarks } from './resource-marks';
import { ResourceReading } from './resource-reading';

@Controller('v2/stacks/:stack_id/resources')
export class ResourcesController {
  constructor(
    private readonly stacks: StackReading,
    private readonly resources: ResourceReading,
    private readonly marks: ResourceMarks,
    private readonly requests: IdempotentRequests,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('reader')
  async list(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<ResourceListDto> {
    const query = readQuery(ListResourcesQuery, request.query);
    await this.stacks.mustLive(caller.project, id);
    return this.resources.list(id, query, request.url, linksFor(request, this.settings.publicUrl));
  }

  @Get(':resource_name')
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<ResourceAnswerDto> {
    const query = readQuery(ShowResourceQuery, request.query);
    await this.stacks.mustLive(caller.project, id);
    return this.resources.show(id, name, query, linksFor(request, this.settings.publicUrl));
  }

  @Patch(':resource_name')
  @Allow('member')
  async mark(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<void> {
    refuseQuery(request.query);
    const place = { project: caller.project, id, name };
    send(reply, await this.requests.answer(request, (commit) => this.marks.mark(request, place, commit)));
  }
}

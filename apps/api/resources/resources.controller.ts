import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { Settings } from '../platform/settings';
import { linksFor } from '../requests/links';
import { PathResourceName, PathStackId } from '../requests/path-members';
import { readQuery } from '../requests/read-query';
import { StackReading } from '../stacks/stack-reading';
import { ListResourcesQuery } from './dto/list-resources.query';
import { ResourceAnswerDto, ResourceListDto } from './dto/resource.dto';
import { ShowResourceQuery } from './dto/show-resource.query';
import { ResourceReading } from './resource-reading';

@Controller('v2/stacks/:stack_id/resources')
export class ResourcesController {
  constructor(
    private readonly stacks: StackReading,
    private readonly resources: ResourceReading,
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
}

import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../../auth/caller';
import { Allow } from '../../edge/access';
import { CurrentCaller } from '../../edge/caller.decorator';
import { PathStackId } from '../../requests/path-members';
import { prefers } from '../../requests/prefers';
import { refuseQuery } from '../../requests/read-query';
import { StackReading } from '../../stacks/stack-reading';
import { ResourceStore } from '../resource-store';
import { toDot } from './dot';
import { DOT_MEDIA_TYPE } from './graph.contract';
import { graphView } from './graph-view';

/** Which resource of a stack needs which; two statements, whatever its size. */
@Controller('v2/stacks/:stack_id/graph')
export class GraphController {
  constructor(
    private readonly stacks: StackReading,
    private readonly resources: ResourceStore,
  ) {}

  @Get()
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    const name = await this.stacks.nameOf(project, id);
    const graph = graphView(await this.resources.graph(id));
    if (prefers(request.headers.accept, DOT_MEDIA_TYPE, 'application/json')) {
      void reply.header('content-type', `${DOT_MEDIA_TYPE}; charset=utf-8`).send(toDot(name, graph));
    } else void reply.send(graph);
  }
}

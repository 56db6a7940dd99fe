import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { PathResourceName, PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { EventAnswerDto } from './dto/event.dto';
import { StackEvents } from './stack-events';

/** Events of a stack, also of one that is deleted, as long as it is listed. They are read from the broker's log. */
@Controller('v2/stacks/:stack_id')
export class EventsController {
  constructor(private readonly events: StackEvents) {}

  @Get('events')
  @Allow('reader')
  async ofStack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    await this.events.answer({ request, reply, caller }, id, () => true);
  }

  @Get('resources/events')
  @Allow('reader')
  async ofResources(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    await this.events.answer({ request, reply, caller }, id, ({ data }) => data.resource_name !== undefined);
  }

  @Get('resources/events/:event_id')
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @Param('event_id') eventId: string,
  ): Promise<EventAnswerDto> {
    refuseQuery(request.query);
    return this.events.show(caller, id, eventId);
  }

  /** Also of a resource that the stack has no more. */
  @Get('resources/:resource_name/events')
  @Allow('reader')
  async ofResource(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @PathResourceName() name: string,
  ): Promise<void> {
    await this.events.answer({ request, reply, caller }, id, ({ data }) => data.resource_name === name);
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { JSON_CONTENT_TYPE } from '../requests/answer';
import { PathStackId } from '../requests/path-members';
import { refuseQuery } from '../requests/read-query';
import { OutputAnswerDto, OutputListDto } from './dto/output.dto';
import { StackParts } from './stack-parts';

/** What a stack was made from, bare and as it was last accepted, and its outputs. */
@Controller('v2/stacks/:stack_id')
export class StackPartsController {
  constructor(private readonly parts: StackParts) {}

  @Get('template')
  @Allow('reader')
  async template(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    sendText(reply, await this.parts.template(project, id));
  }

  @Get('environment')
  @Allow('reader')
  async environment(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    sendText(reply, await this.parts.show('environment', project, id));
  }

  @Get('files')
  @Allow('reader')
  async files(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    refuseQuery(request.query);
    sendText(reply, await this.parts.show('files', project, id));
  }

  @Get('outputs')
  @Allow('reader')
  async outputs(
    @Req() request: FastifyRequest,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
  ): Promise<OutputListDto> {
    refuseQuery(request.query);
    return { outputs: await this.parts.outputs(project, id) };
  }

  @Get('outputs/:output_key')
  @Allow('reader')
  async output(
    @Req() request: FastifyRequest,
    @CurrentCaller() { project }: Caller,
    @PathStackId() id: StackId,
    @Param('output_key') key: string,
  ): Promise<OutputAnswerDto> {
    refuseQuery(request.query);
    return { output: await this.parts.output(project, id, key) };
  }
}

/** Numbers stay as they were written, which only the text has. */
function sendText(reply: FastifyReply, json: string): void {
  void reply.header('content-type', JSON_CONTENT_TYPE).send(json);
}

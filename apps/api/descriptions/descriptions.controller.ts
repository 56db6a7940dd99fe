import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import { Allow } from '../edge/access';
import { Settings } from '../platform/settings';
import { JSON_CONTENT_TYPE } from '../requests/answer';
import { refuseQuery } from '../requests/read-query';
import { isKnown, kept } from './description';
import type { Descriptions, Kept } from './description';
import { PAGE_POLICY, Page } from './page';

/** The documents: `Descriptions`. */
export const DESCRIPTIONS = Symbol('Descriptions');

const KEEP_FOR = 'public, max-age=300';

/** What describes the api, for programs and for people. */
@Controller()
export class DescriptionsController {
  private readonly openApi: Kept;
  private readonly asyncApi: Kept;

  private readonly page: Page;

  constructor(@Inject(DESCRIPTIONS) { openApi, asyncApi }: Descriptions, { publicUrl }: Settings) {
    this.page = new Page(publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, ''));
    this.openApi = kept(JSON.stringify(openApi), JSON_CONTENT_TYPE);
    this.asyncApi = kept(JSON.stringify(asyncApi), JSON_CONTENT_TYPE);
  }

  @Get('v2/openapi.json')
  @Allow('public')
  showOpenApi(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, this.openApi);
  }

  @Get('v2/asyncapi.json')
  @Allow('public')
  showAsyncApi(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, this.asyncApi);
  }

  @Get('docs')
  @Allow('public')
  showPage(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, this.page.itself, { 'content-security-policy': PAGE_POLICY });
  }

  @Get('docs/:asset')
  @Allow('public')
  showAsset(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('asset') name: string): void {
    const asset = this.page.asset(name);
    if (!asset) throw new AppError('not-found', 'the page has no such part');
    answer(request, reply, asset);
  }
}

/** 304 to those who have it already. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, mediaType, etag }: Kept,
  more: object = {},
): void {
  refuseQuery(request.query);
  reply.headers({ etag, 'cache-control': KEEP_FOR, ...more });
  if (isKnown(request.headers['if-none-match'], etag)) void reply.code(304).send();
  else void reply.header('content-type', mediaType).header('x-content-type-options', 'nosniff').send(body);
}

import { Controller, Get, HttpCode, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { runChecks } from '#process';
import type { ReadinessChecks } from '#process';
import { Allow } from '../edge/access';
import { Settings } from '../platform/settings';
import { READINESS_CHECKS } from '../platform/tokens';
import { Problem } from '../problems/problem';
import { linksFor } from '../requests/links';
import { AliveDto, ReadyDto, VersionAnswerDto, VersionDto, VersionListDto } from './dto/service.dto';

/** What anybody may ask of the service itself. */
@Controller()
export class ServiceController {
  constructor(
    @Inject(READINESS_CHECKS) private readonly checks: ReadinessChecks,
    private readonly settings: Settings,
  ) {}

  /** The versions that there are; the client chooses (300). */
  @Get()
  @HttpCode(300)
  @Allow('public')
  versions(@Req() request: FastifyRequest): VersionListDto {
    return { versions: [this.version2(request)] };
  }

  @Get('v2')
  @Allow('public')
  version(@Req() request: FastifyRequest): VersionAnswerDto {
    return { version: this.version2(request) };
  }

  @Get('healthz')
  @Allow('public')
  alive(): AliveDto {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Allow('public')
  async ready(): Promise<ReadyDto> {
    const { ready, checks } = await runChecks(this.checks);
    if (ready) return { status: 'ready', checks };
    const detail = 'what Kiln needs cannot be reached: see checks';
    throw new Problem({ code: 'unavailable', detail, headers: { 'retry-after': '2' }, extensions: { checks } });
  }

  private version2(request: FastifyRequest): VersionDto {
    const links = linksFor(request, this.settings.publicUrl);
    return { id: 'v2.0', status: 'CURRENT', links: [links.link('self', '/v2')] };
  }
}

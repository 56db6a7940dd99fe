import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import { describeVersions } from '#template';
import type { DescribedVersion } from '#template';
import { Allow } from '../edge/access';
import { unknownName } from '../requests/nearest-name';
import { refuseQuery } from '../requests/read-query';
import { TemplateFunctionListDto, TemplateVersionListDto } from './dto/template-version.dto';

/** The versions of the language never change while the process lives. */
const VERSIONS = describeVersions();

/** What the template language has. */
@Controller('v2/template_versions')
export class TemplateVersionsController {
  @Get()
  @Allow('reader')
  list(@Req() request: FastifyRequest): TemplateVersionListDto {
    refuseQuery(request.query);
    return {
      template_versions: VERSIONS.map((version) => ({
        version: nameOf(version),
        type: version.type,
        aliases: version.aliases,
      })),
    };
  }

  /** Those that may stand in values. */
  @Get(':version/functions')
  @Allow('reader')
  functions(@Req() request: FastifyRequest, @Param('version') name: string): TemplateFunctionListDto {
    refuseQuery(request.query);
    const version = VERSIONS.find((known) => namesOf(known).includes(name));
    if (version === undefined) {
      throw new AppError('not-found', unknownName('template version', name, VERSIONS.map(nameOf)));
    }
    const functions = version.functions.map(({ name: own, description }) => ({ function: own, description }));
    return { template_functions: functions };
  }
}

/** As Heat names it: the key that says the version in a template, and its date. */
function nameOf({ key, date }: DescribedVersion): string {
  return `${key}.${date}`;
}

function namesOf(version: DescribedVersion): string[] {
  const { key, date, aliases } = version;
  return [nameOf(version), date, ...aliases, ...aliases.map((alias) => `${key}.${alias}`)];
}

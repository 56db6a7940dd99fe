import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import { sampleTemplate } from '#template';
import type { ResourceSchema, TypeCatalogue } from '#template';
import { Allow } from '../edge/access';
import { Settings } from '../platform/settings';
import { TYPE_CATALOGUE } from '../platform/tokens';
import { linksFor } from '../requests/links';
import { unknownMarker } from '../requests/marker';
import { nearestName } from '../requests/nearest-name';
import { MOST_PER_PAGE, cutPage } from '../requests/page';
import { readQuery, refuseQuery } from '../requests/read-query';
import { ListResourceTypesQuery } from './dto/list-resource-types.query';
import { ResourceSchemaDto } from './dto/resource-schema.dto';
import { ResourceTypeDto, ResourceTypeListDto } from './dto/resource-type.dto';
import { DEFAULT_FORM, SampleTemplateQuery } from './dto/sample-template.query';
import { matchesGlob } from './glob';
import { resourceSchemaView } from './resource-schema-view';
import { resourceTypeView } from './resource-type-view';

@Controller('v2/resource_types')
export class ResourceTypesController {
  private views: readonly ResourceTypeDto[] | undefined;

  constructor(
    @Inject(TYPE_CATALOGUE) private readonly types: TypeCatalogue,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('reader')
  list(@Req() request: FastifyRequest): ResourceTypeListDto {
    const query = readQuery(ListResourceTypesQuery, request.query);
    const { limit = MOST_PER_PAGE, marker } = query;
    const views = this.all();
    if (marker !== undefined && !views.some((view) => view.resource_type === marker)) {
      throw unknownMarker('the name of a type');
    }
    const found = views.filter((view) => isAsked(view, query) && view.resource_type > (marker ?? ''));
    const page = cutPage(found, limit);
    const next = page.last?.resource_type;
    return {
      resource_types: page.rows,
      links: linksFor(request, this.settings.publicUrl).next(request.url, next),
    };
  }

  @Get(':type')
  @Allow('reader')
  show(@Req() request: FastifyRequest, @Param('type') type: string): ResourceSchemaDto {
    refuseQuery(request.query);
    return resourceSchemaView(this.typeOf(type));
  }

  @Get(':type/template')
  @Allow('reader')
  sample(@Req() request: FastifyRequest, @Param('type') type: string): object {
    const { template_type: form = DEFAULT_FORM } = readQuery(SampleTemplateQuery, request.query);
    return sampleTemplate(this.typeOf(type), form);
  }

  /** Made when first asked for: to list them, every type must be read. */
  private all(): readonly ResourceTypeDto[] {
    this.views ??= this.types
      .names()
      .flatMap((name) => this.types.find(name) ?? [])
      .map(resourceTypeView)
      .sort((a, b) => (a.resource_type < b.resource_type ? -1 : 1));
    return this.views;
  }

  private typeOf(name: string): ResourceSchema {
    const schema = this.types.find(name);
    if (schema !== undefined) return schema;
    const near = nearestName(name, this.types.names());
    throw new AppError(
      'not-found',
      `there is no such resource type${near === undefined ? '' : `: did you mean ${near}?`}`,
    );
  }
}

function isAsked(view: ResourceTypeDto, query: ListResourceTypesQuery): boolean {
  const { resource_type: type, support_status: support, versions, available } = view;
  return (
    isAny(query.name, (glob) => matchesGlob(glob, type)) &&
    isAny(query.support_status, (status) => status === support.status) &&
    isAny(query.version, (version) => versions.includes(version)) &&
    (query.available === undefined || query.available === available)
  );
}

/** A filter that was not given lets everything through. */
function isAny(wanted: readonly string[] | undefined, test: (text: string) => boolean): boolean {
  return wanted === undefined || wanted.some(test);
}

import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ResourceSchema, TypeCatalogue } from '#template';
import { Allow } from '../edge/access';
import { Settings } from '../platform/settings';
import { TYPE_CATALOGUE } from '../platform/tokens';
import { linksFor } from '../requests/links';
import { unknownMarker } from '../requests/marker';
import { MOST_PER_PAGE, cutPage } from '../requests/page';
import { readQuery } from '../requests/read-query';
import { ListResourceTypesQuery } from './dto/list-resource-types.query';
import { matchesGlob } from './glob';
import { resourceTypeView } from './resource-type-view';
import type { ResourceTypeView } from './resource-type-view';

@Controller('v2/resource_types')
export class ResourceTypesController {
  private readonly views: readonly ResourceTypeView[];

  constructor(
    @Inject(TYPE_CATALOGUE) types: TypeCatalogue,
    private readonly settings: Settings,
  ) {
    const schemas = types.names().flatMap((name): ResourceSchema[] => {
      const schema = types.find(name);
      return schema ? [schema] : [];
    });
    this.views = schemas.map(resourceTypeView).sort((a, b) => (a.resource_type < b.resource_type ? -1 : 1));
  }

  @Get()
  @Allow('reader')
  list(@Req() request: FastifyRequest): object {
    const query = readQuery(ListResourceTypesQuery, request.query);
    const { limit = MOST_PER_PAGE, marker } = query;
    if (marker !== undefined && !this.views.some((view) => view.resource_type === marker)) {
      throw unknownMarker('the name of a type');
    }
    const found = this.views.filter((view) => isAsked(view, query) && view.resource_type > (marker ?? ''));
    const page = cutPage(found, limit);
    const next = page.last?.resource_type;
    return {
      resource_types: page.rows,
      links: linksFor(request, this.settings.publicUrl).next(request.url, next),
    };
  }
}

function isAsked(view: ResourceTypeView, query: ListResourceTypesQuery): boolean {
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

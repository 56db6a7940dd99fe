import { Injectable } from '@nestjs/common';
import { AppError } from '#contracts';
import type { JsonObject, StackId } from '#contracts';
import { SecretBox } from '#entities';
import { Keyset } from '../requests/keyset';
import type { Links } from '../requests/links';
import { markerOf, placeOfMarker } from '../requests/marker';
import { MOST_PER_PAGE, cutPage } from '../requests/page';
import { ListResourcesQuery } from './dto/list-resources.query';
import { ResourceAnswerDto, ResourceListDto } from './dto/resource.dto';
import { ShowResourceQuery } from './dto/show-resource.query';
import { RESOURCE_KEY, RESOURCE_ORDER, RESOURCE_SORTS } from './resource-sorts';
import { ResourceStore } from './resource-store';
import { resourceView } from './resource-view';

/** Reads of a living stack's resources. */
@Injectable()
export class ResourceReading {
  constructor(
    private readonly store: ResourceStore,
    private readonly secrets: SecretBox,
  ) {}

  async list(id: StackId, query: ListResourcesQuery, url: string, links: Links): Promise<ResourceListDto> {
    const { limit = MOST_PER_PAGE, marker, sort = RESOURCE_ORDER } = query;
    const keyset = new Keyset(RESOURCE_SORTS, sort, RESOURCE_KEY);
    const find = (name: string): Promise<string[] | undefined> => this.store.placeOf(id, name, keyset);
    const after = await placeOfMarker(marker, { keyset, wanted: 'the name of a resource', find });
    const page = cutPage(await this.store.list(id, { filters: query, keyset, after, most: limit + 1 }), limit);
    const resources = page.rows.map((row) => {
      const { sealed_attributes: sealed } = row;
      return resourceView(row, links, sealed === undefined ? undefined : this.open(sealed));
    });
    return { resources, links: links.next(url, page.last && markerOf(page.last.place, keyset)) };
  }

  async show(id: StackId, name: string, query: ShowResourceQuery, links: Links): Promise<ResourceAnswerDto> {
    const row = await this.store.find(id, name);
    if (!row) throw new AppError('not-found', 'the stack has no resource of this name');
    const asked = (query.with_attr ?? []).map((attribute) => [attribute, null] as const);
    const attributes = { ...Object.fromEntries(asked), ...this.open(row.sealed_attributes) };
    return { resource: resourceView(row, links, attributes) };
  }

  private open(sealed: Buffer | null): JsonObject {
    return sealed ? (this.secrets.open(sealed) as JsonObject) : {};
  }
}

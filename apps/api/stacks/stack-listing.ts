import { Injectable } from '@nestjs/common';
import type { StackId } from '#contracts';
import { isAtLeast } from '../auth/caller';
import type { Caller } from '../auth/caller';
import { Problem } from '../problems/problem';
import { Keyset } from '../requests/keyset';
import type { Links } from '../requests/links';
import { markerOf, placeOfMarker } from '../requests/marker';
import { STACKS_PER_PAGE, cutPage } from '../requests/page';
import { isUuid } from '../requests/uuid';
import { ListStacksQuery } from './dto/list-stacks.query';
import { StackListDto } from './dto/stack.dto';
import { StackListStore } from './stack-list-store';
import { STACK_KEY, STACK_ORDER, STACK_SORTS } from './stack-sorts';
import { stackView } from './stack-view';

/** `GET /v2/stacks`. */
@Injectable()
export class StackListing {
  constructor(private readonly store: StackListStore) {}

  async list(caller: Caller, query: ListStacksQuery, url: string, links: Links): Promise<StackListDto> {
    const project = projectOf(caller, query);
    const limit = query.limit ?? STACKS_PER_PAGE;
    const keyset = new Keyset(STACK_SORTS, query.sort ?? STACK_ORDER, STACK_KEY);
    const find = async (id: string): Promise<string[] | undefined> =>
      isUuid(id) ? this.store.placeOf(project, id as StackId, keyset) : undefined;
    const after = await placeOfMarker(query.marker, { keyset, wanted: 'the id of a stack', find });
    const rows = await this.store.list(project, { filters: query, keyset, after, most: limit + 1 });
    const page = cutPage(rows, limit);
    const count = query.with_count ? { count: await this.store.count(project, query) } : {};
    const next = links.next(url, page.last && markerOf(page.last.place, keyset));
    return { stacks: page.rows.map((row) => stackView(row, links)), ...count, links: next };
  }
}

/** `undefined`: every project. */
function projectOf(caller: Caller, { all_projects: all }: ListStacksQuery): string | undefined {
  if (!all) return caller.project;
  if (isAtLeast(caller, 'admin')) return undefined;
  throw new Problem({ code: 'not-allowed', detail: 'all_projects needs the role admin' });
}

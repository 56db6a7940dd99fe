import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE } from '../../requests/page';
import { QueryFlag, QueryInteger, QuerySort, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';
import type { SortTerm } from '../../requests/query-members';
import { RESOURCE_SORTS } from '../resource-sorts';

const DEEPEST = 1_000;

/** Query of `GET /v2/stacks/{stack_id}/resources`. */
export class ListResourcesQuery {
  @QueryTexts({ description: 'Has one of these names.' })
  name?: string[];

  @QueryTexts({ description: 'Is of one of these types.' })
  type?: string[];

  @QueryWords(ACTIONS, { description: 'Its action is one of these.' })
  action?: string[];

  @QueryWords(STATUSES, { description: 'Its status is one of these.' })
  status?: string[];

  @QueryTexts({ description: 'Is called one of these in the outside world.' })
  physical_resource_id?: string[];

  // Stacks do not nest yet, so every depth shows the same.
  @QueryInteger(0, DEEPEST, { description: 'How deep in nested stacks.', default: 0 })
  nested_depth?: number;

  @QueryFlag({ description: 'Shows the attributes too.', default: false })
  with_detail?: boolean;

  @QueryInteger(1, MOST_PER_PAGE, { description: 'Resources on a page.', default: MOST_PER_PAGE })
  limit?: number;

  @QueryText({ description: 'The marker that the page before links to, or the name of a resource to begin after.' })
  marker?: string;

  @QuerySort(Object.keys(RESOURCE_SORTS))
  sort?: SortTerm[];
}

import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE } from '../../requests/page';
import { QueryFlag, QueryInteger, QuerySort, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';
import type { SortTerm } from '../../requests/query-members';
import { RESOURCE_SORTS } from '../resource-sorts';

const DEEPEST = 1_000;

/** Query of `GET /v2/stacks/{stack_id}/resources`. */
export class ListResourcesQuery {
  @QueryTexts()
  name?: string[];

  @QueryTexts()
  type?: string[];

  @QueryWords(ACTIONS)
  action?: string[];

  @QueryWords(STATUSES)
  status?: string[];

  @QueryTexts()
  physical_resource_id?: string[];

  /** Stacks do not nest yet, so every depth shows the same. */
  @QueryInteger(0, DEEPEST)
  nested_depth?: number;

  /** Shows the attributes too. */
  @QueryFlag()
  with_detail?: boolean;

  @QueryInteger(1, MOST_PER_PAGE)
  limit?: number;

  @QueryText()
  marker?: string;

  @QuerySort(Object.keys(RESOURCE_SORTS))
  sort?: SortTerm[];
}

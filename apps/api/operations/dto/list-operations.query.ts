import { MOST_PER_PAGE } from '../../requests/page';
import { QueryInteger, QuerySort, QueryText } from '../../requests/query-members';
import type { SortTerm } from '../../requests/query-members';
import { OPERATION_SORTS } from '../operation-sorts';

/** Query of `GET /v2/stacks/{stack_id}/operations`. */
export class ListOperationsQuery {
  @QueryInteger(1, MOST_PER_PAGE, { description: 'Operations on a page.', default: MOST_PER_PAGE })
  limit?: number;

  @QueryText({ description: 'The marker that the page before links to, or the id of an operation to begin after.' })
  marker?: string;

  @QuerySort(Object.keys(OPERATION_SORTS))
  sort?: SortTerm[];
}

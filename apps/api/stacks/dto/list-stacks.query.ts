import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE, STACKS_PER_PAGE } from '../../requests/page';
import {
  QueryFlag,
  QueryInteger,
  QueryMatches,
  QuerySort,
  QueryText,
  QueryTexts,
  QueryWords,
} from '../../requests/query-members';
import type { SortTerm } from '../../requests/query-members';
import { UUID } from '../../requests/uuid';
import { STACK_SORTS } from '../stack-sorts';

/** Query of `GET /v2/stacks`. */
export class ListStacksQuery {
  @QueryTexts({ description: 'Has one of these names.' })
  name?: string[];

  @QueryMatches(UUID, 'a UUID', { description: 'Is one of these.' })
  id?: string[];

  @QueryWords(ACTIONS, { description: 'Its action is one of these.' })
  action?: string[];

  @QueryWords(STATUSES, { description: 'Its status is one of these.' })
  status?: string[];

  @QueryTexts({ description: 'Has all of these tags. One parameter may list several, between commas.' })
  tags?: string[];

  @QueryTexts({ description: 'Has at least one of these tags.' })
  tags_any?: string[];

  @QueryTexts({ description: 'Lacks at least one of these tags.' })
  not_tags?: string[];

  @QueryTexts({ description: 'Has none of these tags.' })
  not_tags_any?: string[];

  @QueryMatches(UUID, 'a UUID', { description: 'Is nested directly in one of these stacks.' })
  owner_id?: string[];

  @QueryFlag({ description: 'Shows nested stacks too.', default: false })
  show_nested?: boolean;

  @QueryFlag({ description: 'Shows deleted stacks too, until they are purged.', default: false })
  show_deleted?: boolean;

  @QueryFlag({ description: 'Shows the stacks of every project; needs the role admin.', default: false })
  all_projects?: boolean;

  @QueryFlag({ description: 'Tells how many there are on all pages.', default: false })
  with_count?: boolean;

  @QueryInteger(1, MOST_PER_PAGE, { description: 'Stacks on a page.', default: STACKS_PER_PAGE })
  limit?: number;

  @QueryText({ description: 'The marker that the page before links to, or the id of a stack to begin after.' })
  marker?: string;

  @QuerySort(Object.keys(STACK_SORTS))
  sort?: SortTerm[];
}

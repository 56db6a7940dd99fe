import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE } from '../../requests/page';
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
  @QueryTexts()
  name?: string[];

  @QueryMatches(UUID, 'a UUID')
  id?: string[];

  @QueryWords(ACTIONS)
  action?: string[];

  @QueryWords(STATUSES)
  status?: string[];

  /** Has all of them. Tags hold no comma, so one parameter may list several, as in Heat. */
  @QueryTexts()
  tags?: string[];

  /** Has at least one of them. */
  @QueryTexts()
  tags_any?: string[];

  /** Lacks at least one of them. */
  @QueryTexts()
  not_tags?: string[];

  /** Has none of them. */
  @QueryTexts()
  not_tags_any?: string[];

  /** Stacks nested directly in these. */
  @QueryMatches(UUID, 'a UUID')
  owner_id?: string[];

  @QueryFlag()
  show_nested?: boolean;

  @QueryFlag()
  show_deleted?: boolean;

  @QueryFlag()
  all_projects?: boolean;

  @QueryFlag()
  with_count?: boolean;

  @QueryInteger(1, MOST_PER_PAGE)
  limit?: number;

  @QueryText()
  marker?: string;

  @QuerySort(Object.keys(STACK_SORTS))
  sort?: SortTerm[];
}

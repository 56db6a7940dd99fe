import { MOST_PER_PAGE } from '../../requests/page';
import { QueryFlag, QueryInteger, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';
import { SUPPORT_STATUSES } from '../support-statuses';

/** Query of `GET /v2/resource_types`. */
export class ListResourceTypesQuery {
  @QueryTexts({ description: 'Matches one of these globs, as `OS::Heat::*`.' })
  name?: string[];

  @QueryWords(SUPPORT_STATUSES, { description: 'Its support status is one of these.' })
  support_status?: string[];

  @QueryTexts({ description: 'A support status began with one of these releases.' })
  version?: string[];

  @QueryFlag({ description: 'Whether anything makes it.' })
  available?: boolean;

  @QueryInteger(1, MOST_PER_PAGE, { description: 'Types on a page.', default: MOST_PER_PAGE })
  limit?: number;

  @QueryText({ description: 'The last type of the page before.' })
  marker?: string;
}

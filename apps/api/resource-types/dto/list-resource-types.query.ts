import { MOST_PER_PAGE } from '../../requests/page';
import { QueryFlag, QueryInteger, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';

const SUPPORT_STATUSES = ['SUPPORTED', 'DEPRECATED', 'HIDDEN', 'UNSUPPORTED'];

/** Query of `GET /v2/resource_types`. */
export class ListResourceTypesQuery {
  /** Globs: `OS::Heat::*`. */
  @QueryTexts()
  name?: string[];

  @QueryWords(SUPPORT_STATUSES)
  support_status?: string[];

  @QueryTexts()
  version?: string[];

  @QueryFlag()
  available?: boolean;

  @QueryInteger(1, MOST_PER_PAGE)
  limit?: number;

  @QueryText()
  marker?: string;
}

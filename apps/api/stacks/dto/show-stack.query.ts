import { QueryFlag } from '../../requests/query-members';

/** Query of `GET /v2/stacks/{stack_id}`. */
export class ShowStackQuery {
  /** `false` leaves the outputs out. */
  @QueryFlag()
  resolve_outputs?: boolean;
}

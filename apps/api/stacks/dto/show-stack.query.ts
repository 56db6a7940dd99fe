import { QueryFlag } from '../../requests/query-members';

/** Query of `GET /v2/stacks/{stack_id}`. */
export class ShowStackQuery {
  @QueryFlag({ description: '`false` leaves the outputs out.', default: true })
  resolve_outputs?: boolean;
}

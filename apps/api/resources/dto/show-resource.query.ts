import { QueryTexts } from '../../requests/query-members';

/** Query of `GET /v2/stacks/{stack_id}/resources/{resource_name}`. */
export class ShowResourceQuery {
  @QueryTexts({
    description: 'Attributes that the answer must name, with `null` where the resource has none of that name.',
  })
  with_attr?: string[];
}

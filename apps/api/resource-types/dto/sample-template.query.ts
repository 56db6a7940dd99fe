import { QueryChoice } from '../../requests/query-members';

/** Query of `GET /v2/resource_types/{type}/template`. */
export class SampleTemplateQuery {
  @QueryChoice(['hot', 'cfn'])
  template_type?: 'hot' | 'cfn';
}

import type { TemplateForm } from '#template';
import { QueryChoice } from '../../requests/query-members';

/** Heat's default. */
export const DEFAULT_FORM: TemplateForm = 'cfn';

const FORMS: readonly TemplateForm[] = ['hot', 'cfn'];

/** Query of `GET /v2/resource_types/{type}/template`. */
export class SampleTemplateQuery {
  @QueryChoice(FORMS, { description: 'The language of the template.', default: DEFAULT_FORM })
  template_type?: TemplateForm;
}

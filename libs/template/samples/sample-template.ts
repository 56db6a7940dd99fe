import { objectOf } from '../json';
import type { ExactObject } from '../json';
import type { PropertySchema, ResourceSchema } from '../schema/resource-schema';
import { CFN_WORDS } from './cfn-words';
import { HOT_WORDS } from './hot-words';
import type { SampleWords } from './sample-words';

/** Whether a template is made as HOT or as Heat's form of CloudFormation's. */
export type TemplateForm = 'hot' | 'cfn';

const WORDS: Readonly<Record<TemplateForm, SampleWords>> = { hot: HOT_WORDS, cfn: CFN_WORDS };

/**
 * A template with one resource of the type, as Heat makes it: every property is a parameter, every
 * attribute an output. What is kept for old templates only, or not implemented, is left out.
 */
export function sampleTemplate(schema: ResourceSchema, form: TemplateForm): ExactObject {
  const words = WORDS[form];
  const name = schema.sampleName ?? schema.type.split('::').at(-1) ?? schema.type;
  const properties = Object.entries(schema.properties).filter(([, property]) => isShown(property));
  const attributes = Object.entries(schema.attributes).filter(([, attribute]) => isShown(attribute));
  const outputs = attributes.map(([key, attribute]) => [key, words.attribute(name, key, attribute)] as const);
  return words.template({
    description: `Initial template of ${name}`,
    parameters: objectOf(properties.map(([key, property]) => [key, words.parameter(property)])),
    resource: {
      name,
      type: schema.type,
      properties: objectOf(properties.map(([key, property]) => [key, words.property(key, property)])),
    },
    outputs: objectOf([...outputs, ['OS::stack_id', words.reference(name)]]),
  });
}

function isShown({ implemented, supportStatus }: Pick<PropertySchema, 'implemented' | 'supportStatus'>): boolean {
  return implemented !== false && supportStatus?.status !== 'HIDDEN';
}

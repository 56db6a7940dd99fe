import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { objectOf, own } from '../json';
import type { ExactObject } from '../json';
import type { ParameterSchema } from '../parameters/parameter-schema';
import type { AttributeSchema, PropertySchema, PropertyType, ResourceSchema } from '../schema/resource-schema';
import { descriptionOf } from '../sections/description-of';
import { readMapSection } from '../sections/read-section';
import { readSchemas } from '../sections/read-parameters';
import type { ParameterType } from '../stack';
import type { TemplateVersion } from '../versions/template-version';

/**
 * The schema of the resources that a template stands for: its parameters are their properties, its outputs
 * their attributes, and so is what is in it. What is wrong with these is told when the template is prepared.
 */
export function templateSchema(
  name: string,
  template: ExactObject,
  version: TemplateVersion,
  parameterDefaults: ExactObject,
): ResourceSchema {
  const { sections } = version.keys;
  const [faults, place] = [new Faults(), Place.root('template')];
  const entries = readMapSection(template, sections.parameters, place, faults);
  const parameters = readSchemas(entries, place, { rules: version.parameters, faults, parameterDefaults });
  const outputs = readMapSection(template, sections.outputs, place, faults);
  return {
    type: name,
    description: descriptionOf(own(template, sections.description)),
    supportStatus: { status: 'SUPPORTED' },
    properties: objectOf([...parameters].map(([key, parameter]) => [key, propertyOf(parameter)] as const)),
    attributes: objectOf([...outputs.map(([key]) => [key, ANYTHING] as const), ['show', EVERYTHING] as const]),
    innerAttributes: true,
  };
}

const ANYTHING: AttributeSchema = { type: 'Any' };
/** What Heat adds to every type. */
const EVERYTHING: AttributeSchema = { type: 'Map' };

const TYPES: Readonly<Record<ParameterType, PropertyType>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  comma_delimited_list: 'List',
  json: 'Map',
};

function propertyOf({ type, description, default: fallback, constraints }: ParameterSchema): PropertySchema {
  return {
    type: TYPES[type],
    description,
    ...(fallback === null ? { required: true } : { default: fallback }),
    updateAllowed: true,
    allowConversion: type === 'json' || type === 'comma_delimited_list',
    constraints,
  };
}

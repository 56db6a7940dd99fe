import type { ExactObject } from '../json';
import type { Constraint } from '../schema/constraint';
import type { PropertyType } from '../schema/resource-schema';
import type { ParameterType } from '../stack';
import { describeSample } from './describe-sample';
import type { SampleWords } from './sample-words';

/** The version that Heat writes its samples in. */
const VERSION = '2016-10-14';

const PARAMETER_TYPES: Readonly<Record<PropertyType, ParameterType>> = {
  String: 'string',
  Integer: 'number',
  Number: 'number',
  Boolean: 'boolean',
  List: 'comma_delimited_list',
  Map: 'json',
  Any: 'json',
};

export const HOT_WORDS: SampleWords = {
  parameter: (schema) => ({
    type: PARAMETER_TYPES[schema.type],
    ...describeSample('description', schema),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    ...(schema.constraints === undefined ? {} : { constraints: schema.constraints.map(constraintJson) }),
  }),
  property: (name) => ({ get_param: name }),
  attribute: (resource, name, schema) => ({
    value: { get_attr: [resource, name] },
    ...describeSample('description', schema),
  }),
  reference: (resource) => ({ value: { get_resource: resource } }),
  template: ({ description, parameters, resource, outputs }) => ({
    heat_template_version: VERSION,
    description,
    parameters,
    resources: { [resource.name]: { type: resource.type, properties: resource.properties } },
    outputs,
  }),
};

/** Constraints that ask a cloud are left empty, as Heat leaves them; the description names them. */
function constraintJson({ description: _, ...rule }: Constraint): ExactObject {
  if ('custom_constraint' in rule) return {};
  return rule as ExactObject;
}

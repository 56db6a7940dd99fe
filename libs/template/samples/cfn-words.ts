import type { ExactObject } from '../json';
import type { Bounds, Constraint } from '../schema/constraint';
import type { PropertyType } from '../schema/resource-schema';
import { describeSample } from './describe-sample';
import type { SampleWords } from './sample-words';

const PARAMETER_TYPES: Readonly<Record<PropertyType, string>> = {
  String: 'String',
  Integer: 'Number',
  Number: 'Number',
  Boolean: 'Boolean',
  List: 'CommaDelimitedList',
  Map: 'Json',
  Any: 'Json',
};

/** The words that are a boolean both to HOT's and to this form's reader. */
const BOOLEANS = ['True', 'true', 'False', 'false'];

export const CFN_WORDS: SampleWords = {
  parameter: (schema) => ({
    Type: PARAMETER_TYPES[schema.type],
    ...describeSample('Description', schema),
    ...(schema.default === undefined ? {} : { Default: schema.default }),
    ...(schema.type === 'Boolean' ? { AllowedValues: BOOLEANS } : {}),
    ...Object.fromEntries(
      (schema.constraints ?? []).flatMap((constraint) => Object.entries(constraintJson(constraint))),
    ),
  }),
  property: (name, { type }) => (type === 'List' ? { 'Fn::Split': [',', { Ref: name }] } : { Ref: name }),
  attribute: (resource, name, schema) => ({
    Value: { 'Fn::GetAtt': [resource, name] },
    ...describeSample('Description', schema),
  }),
  reference: (resource) => ({ Value: { Ref: resource } }),
  template: ({ description, parameters, resource, outputs }) => ({
    HeatTemplateFormatVersion: '2012-12-12',
    Description: description,
    Parameters: parameters,
    Resources: { [resource.name]: { Type: resource.type, Properties: resource.properties } },
    Outputs: outputs,
  }),
};

/** This form has no words for other rules; the description names those that ask a cloud. */
function constraintJson(constraint: Constraint): ExactObject {
  if ('length' in constraint) return boundsJson(constraint.length, 'Length');
  if ('range' in constraint) return boundsJson(constraint.range, 'Value');
  if ('allowed_values' in constraint) return { AllowedValues: [...constraint.allowed_values] };
  return 'allowed_pattern' in constraint ? { AllowedPattern: constraint.allowed_pattern } : {};
}

function boundsJson({ min, max }: Bounds, of: 'Length' | 'Value'): ExactObject {
  return { ...(min === undefined ? {} : { [`Min${of}`]: min }), ...(max === undefined ? {} : { [`Max${of}`]: max }) };
}

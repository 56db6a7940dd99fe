import type { Bounds, Constraint, ExactJson, ExactObject, ParameterType, PreparedParameter } from '#template';

const TYPES: Readonly<Record<ParameterType, string>> = {
  string: 'String',
  number: 'Number',
  comma_delimited_list: 'CommaDelimitedList',
  json: 'Json',
  boolean: 'Boolean',
};

/** What Heat calls the type of a parameter. */
export function heatTypeOf({ type }: PreparedParameter): string {
  return TYPES[type];
}

/** A parameter as Heat's validation of templates shows it. */
export function apiParameter(parameter: PreparedParameter): ExactObject {
  const { label, description, hidden, constraints, tags } = parameter;
  const described = constraints.flatMap((constraint) => constraint.description ?? []);
  return {
    Type: heatTypeOf(parameter),
    Description: description,
    NoEcho: String(hidden),
    Label: label,
    ...(parameter.default === undefined ? {} : { Default: parameter.default }),
    ...(tags.length === 0 ? {} : { Tags: [...tags] }),
    ...Object.fromEntries(constraints.flatMap((constraint) => Object.entries(apiConstraint(constraint)))),
    ...(described.length === 0 ? {} : { ConstraintDescription: described.join(' ') }),
  };
}

function apiConstraint(constraint: Constraint): ExactObject {
  if ('length' in constraint) return bounds('Length', constraint.length);
  if ('range' in constraint) return bounds('Value', constraint.range);
  if ('modulo' in constraint) return { Step: constraint.modulo.step, Offset: constraint.modulo.offset };
  if ('allowed_values' in constraint) return { AllowedValues: [...constraint.allowed_values] };
  if ('allowed_pattern' in constraint) return { AllowedPattern: constraint.allowed_pattern };
  return { CustomConstraint: constraint.custom_constraint };
}

function bounds(of: string, { min, max }: Bounds): Record<string, ExactJson> {
  return { ...(min === undefined ? {} : { [`Min${of}`]: min }), ...(max === undefined ? {} : { [`Max${of}`]: max }) };
}

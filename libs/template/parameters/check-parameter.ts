import { checkConstraint } from '../constraints/check-constraint';
import { kindOfConstraint } from '../constraints/read-constraint';
import { describe, kindOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { ExactJson } from '../json';
import type { Constraint } from '../schema/constraint';
import { convertParameter } from './convert-parameter';
import { CONSTRAINTS_OF_TYPE } from './parameter-schema';
import type { ParameterSchema } from './parameter-schema';

/**
 * Checks that the constraints suit the type and that the default keeps them. Custom constraints and a
 * default that nobody constrains are looked at only when the default is used, as Heat does it.
 */
export function checkParameterSchema(schema: ParameterSchema, faults: Faults): void {
  const suited = CONSTRAINTS_OF_TYPE[schema.type];
  schema.constraints.forEach((constraint, index) => {
    const kind = kindOfConstraint(constraint);
    if (suited.includes(kind)) return;
    const place = schema.places.constraints[index] ?? schema.places.default;
    faults.add(place, `\`${kind}\` makes no sense for a parameter of type \`${schema.type}\``);
  });
  const constraints = schema.constraints.filter((constraint) => !('custom_constraint' in constraint));
  if (schema.default === null || constraints.length === 0) return;
  convertAndCheck(schema, schema.default, { place: schema.places.default, constraints, faults });
}

/** The value in the parameter's type, with all its constraints checked; `undefined` after a fault. */
export function checkParameterValue(
  schema: ParameterSchema,
  given: ExactJson,
  place: Place,
  faults: Faults,
): ExactJson | undefined {
  return convertAndCheck(schema, given, { place, constraints: schema.constraints, faults });
}

function convertAndCheck(
  schema: ParameterSchema,
  given: ExactJson,
  { place, constraints, faults }: { place: Place; constraints: readonly Constraint[]; faults: Faults },
): ExactJson | undefined {
  const conversion = convertParameter(schema.type, given);
  if (!conversion.ok) {
    const found = schema.hidden ? kindOf(given) : describe(given);
    faults.add(place, `parameter \`${schema.name}\`: expected ${conversion.expected}, found ${found}`);
    return undefined;
  }
  const settings = { reveal: !schema.hidden, convert: (allowed: ExactJson) => convertAllowed(schema, allowed) };
  for (const constraint of constraints) {
    const broken = checkConstraint(constraint, conversion.value, settings);
    if (broken !== undefined) faults.add(place, `parameter \`${schema.name}\`: ${broken}`);
  }
  return conversion.value;
}

function convertAllowed(schema: ParameterSchema, allowed: ExactJson): ExactJson | undefined {
  const conversion = convertParameter(schema.type, allowed);
  return conversion.ok ? conversion.value : undefined;
}

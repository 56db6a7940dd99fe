import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { evaluateWithin } from '../expressions/evaluate';
import type { Evaluation, Expression } from '../expressions/expression';
import { mapEntries } from '../expressions/operands';
import { mayReveal } from '../expressions/walk';
import { objectOf } from '../json';
import { olderNames, readEntry } from '../properties/read-properties';
import type { PropertyReading } from '../properties/read-properties';
import type { PropertySchema, ResourceSchema } from '../schema/resource-schema';
import { isMap, UNKNOWN } from '../values';
import type { Value } from '../values';

/** A section of a resource whose entries a schema describes. */
export interface SchemaSection {
  readonly expression: Expression;
  readonly place: Place;
  readonly schemas: Readonly<Record<string, PropertySchema>>;
}

/**
 * The values of a section's entries by their schemas, with what is not known yet left as it is;
 * `UNKNOWN` where a function that makes the whole map is not known. Faults go to the scope.
 */
export function sectionValues(section: SchemaSection, scope: Evaluation): Record<string, Value> | typeof UNKNOWN {
  const given = evaluateMap(section.expression, section.place, scope);
  if (given === UNKNOWN) return UNKNOWN;
  const expressions = mapEntries(section.expression);
  const { place, schemas } = section;
  const older = olderNames(schemas);
  const values: [string, Value][] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    if (older.has(name)) continue;
    const reading = readingOf(expressions?.get(name) ?? section.expression, scope);
    const value = readEntry(name, schema, given, { place, reading });
    if (value !== undefined) values.push([name, value]);
  }
  return objectOf(values);
}

/** Whether values may be shown is only asked when there is something to say. */
function readingOf(expression: Expression, scope: Evaluation): PropertyReading {
  return {
    report: (place, detail) => void scope.report(place, detail),
    get reveal() {
      return mayReveal(expression, scope);
    },
  };
}

/** A resource's properties, as its type wants them. */
export function resourceProperties(
  resource: { readonly properties: Expression; readonly schema: ResourceSchema },
  place: Place,
  scope: Evaluation,
): Record<string, Value> | typeof UNKNOWN {
  const { properties, schema } = resource;
  if (schema.anyProperties === true) return evaluateMap(properties, place, scope);
  return sectionValues({ expression: properties, place, schemas: schema.properties }, scope);
}

/** Functions may stand for a whole map, and `null` for an empty one. */
export function evaluateMap(
  expression: Expression,
  place: Place,
  scope: Evaluation,
): Record<string, Value> | typeof UNKNOWN {
  const value = evaluateWithin(expression, place, scope);
  if (value === null) return {};
  if (value === UNKNOWN || isMap(value)) return value;
  return scope.report(place, `expected a map, found ${kindOf(value)}`);
}

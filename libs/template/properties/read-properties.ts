import type { Json } from '#contracts';
import { checkConstraint } from '../constraints/check-constraint';
import { describe, kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { objectOf, own } from '../json';
import type { PropertySchema } from '../schema/resource-schema';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import { convertProperty } from './convert-property';

type Schemas = Readonly<Record<string, PropertySchema>>;

/** How the values of a resource's properties are looked at. */
export interface PropertyReading {
  report(place: Place, detail: string | (() => string)): void;
  /** Whether values may stand in diagnostics. */
  readonly reveal: boolean;
}

/**
 * The values of a map's entries by their schemas: types converted, defaults filled in, constraints
 * checked where the value is known. Entries that are neither given nor have a default are left out.
 */
export function readEntries(
  schemas: Schemas,
  given: Readonly<Record<string, Value>>,
  place: Place,
  reading: PropertyReading,
): Record<string, Value> {
  reportUnknownNames(schemas, Object.keys(given), place, reading);
  const entries: [string, Value][] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const value = readEntry(name, schema, own(given, name), { place, reading });
    if (value !== undefined) entries.push([name, value]);
  }
  return objectOf(entries);
}

/** One entry of a map, `undefined` where there is to be none; `place` is the map's. */
export function readEntry(
  name: string,
  schema: PropertySchema,
  given: Value | undefined,
  { place, reading }: { place: Place; reading: PropertyReading },
): Value | undefined {
  if (given !== undefined) return readProperty(schema, given, place.at(name), reading);
  if (schema.default !== undefined) return readProperty(schema, schema.default, place, reading);
  if (schema.required === true) reading.report(place, `the property \`${name}\` is required`);
  return undefined;
}

/** Reports names that the schemas do not have, each with the nearest that they do. */
export function reportUnknownNames(
  schemas: Schemas,
  names: readonly string[],
  place: Place,
  reading: Pick<PropertyReading, 'report'>,
): void {
  for (const name of names) {
    if (!Object.hasOwn(schemas, name)) {
      reading.report(place.at(name), () => `unknown property \`${name}\`${didYouMean(name, Object.keys(schemas))}`);
    }
  }
}

/** One value by its schema; what is faulty is reported and is then as good as not known. */
export function readProperty(schema: PropertySchema, given: Value, place: Place, reading: PropertyReading): Value {
  const value = convert(schema, given, place, reading);
  if (value === UNKNOWN) return UNKNOWN;
  const whole = readChildren(schema, value, place, reading);
  if (schema.constraints === undefined || !isKnown(whole)) return whole;
  return checkConstraints(schema, whole, place, reading) ? whole : UNKNOWN;
}

function convert(schema: PropertySchema, given: Value, place: Place, reading: PropertyReading): Value {
  if (given === UNKNOWN || isTextOfUnknown(schema, given)) return UNKNOWN;
  // Collections convert to themselves, whatever is in them; the cast says no more than that.
  const converted = convertProperty(schema, given as Json);
  if (converted.ok) return converted.value;
  reading.report(place, () => {
    const found = reading.reveal && isKnown(given) ? describe(given) : kindOf(given);
    return `expected ${converted.expected}, found ${found}`;
  });
  return UNKNOWN;
}

/** A collection that is to become a text, and cannot yet. */
function isTextOfUnknown({ allowConversion, type }: PropertySchema, given: Value): boolean {
  if (allowConversion !== true || isKnown(given)) return false;
  return type === 'String' || (type === 'Map' && Array.isArray(given));
}

function readChildren(schema: PropertySchema, value: Value, place: Place, reading: PropertyReading): Value {
  if (typeof value !== 'object' || value === null) return value;
  const { items, entries } = schema;
  if (!Array.isArray(value)) return entries === undefined ? value : readEntries(entries, value, place, reading);
  return items === undefined ? value : value.map((item, index) => readProperty(items, item, place.at(index), reading));
}

function checkConstraints(schema: PropertySchema, value: Json, place: Place, reading: PropertyReading): boolean {
  const settings = { reveal: reading.reveal, convert: (allowed: Json) => convertAllowed(schema, allowed) };
  const broken = (schema.constraints ?? []).flatMap((constraint) => checkConstraint(constraint, value, settings) ?? []);
  for (const detail of broken) reading.report(place, detail);
  return broken.length === 0;
}

function convertAllowed(schema: PropertySchema, allowed: Json): Json | undefined {
  const converted = convertProperty(schema, allowed);
  return converted.ok ? converted.value : undefined;
}

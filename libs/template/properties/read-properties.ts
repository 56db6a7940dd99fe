import { checkConstraint } from '../constraints/check-constraint';
import { describe, kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isCollection, objectOf, own } from '../json';
import type { ExactJson } from '../json';
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
  reportNames(schemas, Object.keys(given), place, reading);
  const older = olderNames(schemas);
  const entries: [string, Value][] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    if (older.has(name)) continue;
    const value = readEntry(name, schema, given, { place, reading });
    if (value !== undefined) entries.push([name, value]);
  }
  return objectOf(entries);
}

/** One entry of a map, `undefined` where there is to be none; `given` and `place` are the map's. */
export function readEntry(
  name: string,
  schema: PropertySchema,
  given: Readonly<Record<string, Value>>,
  { place, reading }: { place: Place; reading: PropertyReading },
): Value | undefined {
  const written = writtenName(name, schema, given, { place, reading });
  const value = own(given, written);
  if (value !== undefined) return readProperty(schema, value, place.at(written), reading);
  if (schema.default !== undefined) return readProperty(schema, null, place, reading);
  if (schema.required === true) reading.report(place, `the property \`${name}\` is required`);
  return undefined;
}

/** Older names among these, under which nothing is read but what was given for the newer ones. */
export function olderNames(schemas: Schemas): ReadonlySet<string> {
  const names = OLDER.get(schemas) ?? new Set(Object.values(schemas).flatMap(({ renamedFrom }) => renamedFrom ?? []));
  OLDER.set(schemas, names);
  return names;
}

/** Worked out once, as a template may have ten thousand resources of one type. */
const OLDER = new WeakMap<Schemas, ReadonlySet<string>>();

/** The name under which the template gives the property: an older one counts where the newer one is not given. */
function writtenName(
  name: string,
  { renamedFrom }: PropertySchema,
  given: Readonly<Record<string, Value>>,
  { place, reading }: { place: Place; reading: PropertyReading },
): string {
  if (renamedFrom === undefined) return name;
  const [newer = null, older = null] = [own(given, name), own(given, renamedFrom)];
  if (newer === null && older !== null) return renamedFrom;
  const areBoth = newer !== null && newer !== UNKNOWN && older !== null && older !== UNKNOWN;
  if (areBoth) {
    reading.report(place.at(renamedFrom), `\`${renamedFrom}\` is the older name of \`${name}\`: give only one of them`);
  }
  return name;
}

/** Reports names that the schemas do not have, each with the nearest that they do, and those that are only kept free. */
export function reportNames(
  schemas: Schemas,
  names: readonly string[],
  place: Place,
  reading: Pick<PropertyReading, 'report'>,
): void {
  for (const name of names) {
    const schema = own(schemas, name);
    if (schema === undefined) {
      reading.report(place.at(name), () => `unknown property \`${name}\`${didYouMean(name, Object.keys(schemas))}`);
    } else if (schema.implemented === false) {
      reading.report(place.at(name), `the property \`${name}\` is not implemented: leave it out`);
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
  const converted = convertProperty(schema, given as ExactJson);
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
  if (!isCollection(value)) return value;
  const { items, entries } = schema;
  if (!Array.isArray(value)) return entries === undefined ? value : readEntries(entries, value, place, reading);
  return items === undefined ? value : value.map((item, index) => readProperty(items, item, place.at(index), reading));
}

function checkConstraints(schema: PropertySchema, value: ExactJson, place: Place, reading: PropertyReading): boolean {
  const settings = { reveal: reading.reveal, convert: (allowed: ExactJson) => convertAllowed(schema, allowed) };
  const broken = (schema.constraints ?? []).flatMap((constraint) => checkConstraint(constraint, value, settings) ?? []);
  for (const detail of broken) reading.report(place, detail);
  return broken.length === 0;
}

function convertAllowed(schema: PropertySchema, allowed: ExactJson): ExactJson | undefined {
  const converted = convertProperty(schema, allowed);
  return converted.ok ? converted.value : undefined;
}

import type { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Environment } from '../environment/environment';
import { own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { checkParameterSchema, checkParameterValue } from '../parameters/check-parameter';
import { convertParameter } from '../parameters/convert-parameter';
import type { ParameterSchema } from '../parameters/parameter-schema';
import type { ParameterRules } from '../parameters/parameter-rules';
import { readParameter } from '../parameters/read-parameter';
import type { PreparedParameter } from '../stack';
import { isKnown } from '../values';
import type { Value } from '../values';

/** What parameters are given, strongest first. */
export interface GivenParameters {
  readonly request: GivenValues;
  readonly environment: Environment;
}

/** Values from whoever asks for the stack. */
export interface GivenValues {
  readonly values: Readonly<Record<string, Value>>;
  readonly place: Place;
  /** They are properties of the resource that the template stands for, and were checked as such. */
  readonly areProperties: boolean;
  /** Those that may be secret, whatever the template says of its parameter. */
  readonly secret?: ReadonlySet<string>;
}

/** Where a user's parameters stand in a request. */
export const PARAMETERS = Place.root('parameters');

interface SchemaReading {
  readonly rules: ParameterRules;
  readonly faults: Faults;
  /** Of the environment; stronger than the template's. */
  readonly parameterDefaults: ExactObject;
}

export interface ParametersReading extends SchemaReading {
  /** Where what is wrong with values goes, rather than with the form of parameters. */
  readonly valueFaults: Faults;
  readonly given: GivenParameters;
  /** Whether a parameter without value and default is a fault. */
  readonly required: boolean;
}

/** The parameters that a section declares; those whose schema cannot be read are left out, and reported. */
export function readSchemas(
  entries: readonly (readonly [string, ExactJson])[],
  place: Place,
  reading: SchemaReading,
): Map<string, ParameterSchema> {
  const schemas = new Map<string, ParameterSchema>();
  for (const [name, json] of entries) {
    const schema = readParameter(name, json, place.at(name), reading);
    if (schema === null) continue;
    const environmentDefault = own(reading.parameterDefaults, name) ?? null;
    schemas.set(name, environmentDefault === null ? schema : { ...schema, default: environmentDefault });
  }
  return schemas;
}

/** The section's parameters with their values. */
export function readParameters(
  entries: readonly (readonly [string, ExactJson])[],
  place: Place,
  reading: ParametersReading,
): Map<string, PreparedParameter> {
  const declared = new Set(entries.map(([name]) => name));
  reportUndeclared(declared, reading);
  const schemas = readSchemas(entries, place, reading);
  const parameters = [...schemas].map(
    ([name, schema]) => [name, prepareParameter(schema, place.at(name), reading)] as const,
  );
  return new Map(parameters);
}

/** Defaults of the environment may be for nested templates, so that only values for nobody are faults. */
function reportUndeclared(declared: ReadonlySet<string>, { given, faults }: ParametersReading): void {
  const { values, place } = given.request;
  for (const name of Object.keys(values)) {
    if (!declared.has(name)) faults.add(place.at(name), () => undeclared(name, declared));
  }
  for (const name of Object.keys(given.environment.parameters)) {
    const environmentPlace = given.environment.places.get(name);
    if (declared.has(name) || environmentPlace === undefined) continue;
    faults.add(environmentPlace, () => undeclared(name, declared));
  }
}

function undeclared(name: string, declared: ReadonlySet<string>): string {
  return `the template has no parameter \`${name}\`${didYouMean(name, declared)}`;
}

function prepareParameter(declared: ParameterSchema, place: Place, reading: ParametersReading): PreparedParameter {
  const { faults, given } = reading;
  const schema = { ...declared, hidden: declared.hidden || given.request.secret?.has(declared.name) === true };
  const before = faults.count;
  checkParameterSchema(schema, faults);
  // A default that was found faulty is not told of a second time.
  const value = faults.count === before ? valueOf(schema, place, reading) : undefined;
  const { default: fallback, places: _, ...rest } = schema;
  const known = { ...(fallback === null ? {} : { default: fallback }), ...(value === undefined ? {} : { value }) };
  return { ...rest, ...known };
}

function valueOf(schema: ParameterSchema, place: Place, reading: ParametersReading): ExactJson | undefined {
  const { valueFaults: faults, given } = reading;
  const { name } = schema;
  const requested = own(given.request.values, name) ?? null;
  if (requested !== null) return requestedValue(schema, requested, reading);
  const environment = own(given.environment.parameters, name) ?? null;
  const environmentPlace = given.environment.places.get(name) ?? place;
  if (environment !== null) return checkParameterValue(schema, environment, environmentPlace, faults);
  if (schema.default !== null) return checkParameterValue(schema, schema.default, schema.places.default, faults);
  if (reading.required)
    faults.add(given.request.place.at(name), `the parameter \`${name}\` has no default and was not given`);
  return undefined;
}

function requestedValue(
  schema: ParameterSchema,
  requested: Value,
  { given, valueFaults }: ParametersReading,
): ExactJson | undefined {
  const { areProperties, place } = given.request;
  if (!isKnown(requested)) return undefined;
  if (!areProperties) return checkParameterValue(schema, requested, place.at(schema.name), valueFaults);
  const converted = convertParameter(schema.type, requested);
  return converted.ok ? converted.value : undefined;
}

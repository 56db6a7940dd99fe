import type { Json, JsonObject } from '#contracts';
import type { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Environment } from '../environment/environment';
import { own } from '../json';
import { checkParameterSchema, checkParameterValue } from '../parameters/check-parameter';
import type { ParameterSchema } from '../parameters/parameter-schema';
import type { ParameterRules } from '../parameters/parameter-rules';
import { readParameter } from '../parameters/read-parameter';
import type { PreparedParameter } from '../stack';

/** What parameters are given in a request, strongest first. */
export interface GivenParameters {
  readonly request: JsonObject;
  readonly environment: Environment;
}

export interface ParametersReading {
  readonly rules: ParameterRules;
  readonly faults: Faults;
  /** Where what is wrong with values goes, rather than with the form of parameters. */
  readonly valueFaults: Faults;
  readonly given: GivenParameters;
  /** Whether a parameter without value and default is a fault. */
  readonly required: boolean;
}

/** The section's parameters with their values; those whose schema cannot be read are left out, and reported. */
export function readParameters(
  entries: readonly (readonly [string, Json])[],
  place: Place,
  reading: ParametersReading,
): Map<string, PreparedParameter> {
  const declared = new Set(entries.map(([name]) => name));
  reportUndeclared(declared, reading);
  const parameters = new Map<string, PreparedParameter>();
  for (const [name, json] of entries) {
    const schema = readParameter(name, json, place.at(name), reading);
    if (schema !== null) parameters.set(name, prepareParameter(schema, place.at(name), reading));
  }
  return parameters;
}

/** Defaults of the environment may be for nested templates, so that only values for nobody are faults. */
function reportUndeclared(declared: ReadonlySet<string>, { given, faults }: ParametersReading): void {
  for (const name of Object.keys(given.request)) {
    if (!declared.has(name)) faults.add(REQUEST.at(name), undeclared(name, declared));
  }
  for (const name of Object.keys(given.environment.parameters)) {
    const place = given.environment.places.get(name);
    if (!declared.has(name) && place !== undefined) faults.add(place, undeclared(name, declared));
  }
}

const REQUEST = Place.root('parameters');

function undeclared(name: string, declared: ReadonlySet<string>): string {
  return `the template has no parameter \`${name}\`${didYouMean(name, declared)}`;
}

function prepareParameter(written: ParameterSchema, place: Place, reading: ParametersReading): PreparedParameter {
  const { faults, given } = reading;
  const environmentDefault = own(given.environment.parameterDefaults, written.name) ?? null;
  const schema = environmentDefault === null ? written : { ...written, default: environmentDefault };
  const before = faults.count;
  checkParameterSchema(schema, faults);
  // A default that was found faulty is not told of a second time.
  const value = faults.count === before ? valueOf(schema, place, reading) : undefined;
  const { default: fallback, places: _, ...rest } = schema;
  const known = { ...(fallback === null ? {} : { default: fallback }), ...(value === undefined ? {} : { value }) };
  return { ...rest, ...known };
}

function valueOf(schema: ParameterSchema, place: Place, reading: ParametersReading): Json | undefined {
  const { valueFaults: faults, given } = reading;
  const { name } = schema;
  const requested = own(given.request, name) ?? null;
  if (requested !== null) return checkParameterValue(schema, requested, REQUEST.at(name), faults);
  const environment = own(given.environment.parameters, name) ?? null;
  const environmentPlace = given.environment.places.get(name) ?? place;
  if (environment !== null) return checkParameterValue(schema, environment, environmentPlace, faults);
  if (schema.default !== null) return checkParameterValue(schema, schema.default, schema.places.default, faults);
  if (reading.required) faults.add(REQUEST.at(name), `the parameter \`${name}\` has no default and was not given`);
  return undefined;
}

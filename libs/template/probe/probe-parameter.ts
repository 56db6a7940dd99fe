import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { ExactJson } from '../json';
import { checkParameterSchema, checkParameterValue } from '../parameters/check-parameter';
import { convertParameter } from '../parameters/convert-parameter';
import type { ParameterSchema } from '../parameters/parameter-schema';
import { readParameter } from '../parameters/read-parameter';
import { existingVersion } from './existing-version';
import type { TemplateVersion } from '../versions/template-version';

/** Where a parameter turned out to be wrong: how it is written, what that means, or its value. */
export type ParameterPhase = 'schema' | 'schema_validate' | 'validate';

/** A parameter looked at by itself. */
export type ProbedParameter =
  | { readonly ok: true; readonly schema: ParameterSchema; readonly value: ExactJson }
  | { readonly ok: false; readonly phase: ParameterPhase; readonly details: readonly string[] };

/** What is given for a parameter; `null` is nothing. */
export interface GivenValue {
  readonly value: ExactJson;
  /** Of the environment, stronger than the template's. */
  readonly default: ExactJson;
}

const PLACE = Place.root('parameter');

/** Reads one parameter and its value, as the conformance vectors want it; the first phase with faults counts. */
export function probeParameter(name: string, json: ExactJson, version: string, given: GivenValue): ProbedParameter {
  const faults = new Faults();
  const failed = (phase: ParameterPhase): ProbedParameter => ({
    ok: false,
    phase,
    details: faults.list().map(({ detail }) => detail),
  });
  const schema = read(name, json, existingVersion(version), faults);
  if (schema === null || faults.count > 0) return failed('schema');
  const effective = given.default === null ? schema : { ...schema, default: given.default };
  checkParameterSchema(effective, faults);
  if (faults.count > 0) return failed('schema_validate');
  const chosen = given.value ?? effective.default;
  if (chosen === null) faults.add(PLACE, 'no default, and not given');
  const value = chosen === null ? undefined : checkParameterValue(effective, chosen, PLACE, faults);
  return value === undefined || faults.count > 0 ? failed('validate') : { ok: true, schema: effective, value };
}

/** The value in the parameter's type, with no constraint checked; `undefined` where there is none. */
export function convertGiven(
  name: string,
  json: ExactJson,
  version: TemplateVersion,
  given: GivenValue,
): ExactJson | undefined {
  const schema = read(name, json, version, new Faults());
  const chosen = given.value ?? given.default ?? schema?.default ?? null;
  if (schema === null || chosen === null) return undefined;
  const conversion = convertParameter(schema.type, chosen);
  return conversion.ok ? conversion.value : undefined;
}

function read(name: string, json: ExactJson, { parameters }: TemplateVersion, faults: Faults): ParameterSchema | null {
  return readParameter(name, json, PLACE, { rules: parameters, faults });
}

import type { Json, JsonObject } from '#contracts';
import { readConstraints } from '../constraints/read-constraint';
import type { ConstraintKind } from '../schema/constraint';
import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, own } from '../json';
import type { ParameterType } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';
import { PARAMETER_TYPES } from './parameter-schema';
import type { ParameterSchema } from './parameter-schema';

/** What the parameters of a template's version may say. */
export interface ParameterRules {
  readonly keys: ReadonlySet<string>;
  readonly constraints: ReadonlySet<ConstraintKind>;
}

/** Reads one entry of the `parameters` section; `null` where it has no type to go on with. */
export function readParameter(
  name: string,
  json: Json,
  place: Place,
  { rules, faults }: { rules: ParameterRules; faults: Faults },
): ParameterSchema | null {
  if (!isObject(json)) {
    return faults.refuse(place, `expected a map that describes the parameter, found ${describe(json)}`);
  }
  checkKeys(json, place, rules, faults);
  const type = readType(json, place, faults);
  const constraints = readConstraints(own(json, 'constraints'), place.at('constraints'), rules.constraints, faults);
  const tags = readTags(json, place, faults);
  if (type === null) return null;
  const texts = { label: textOf(own(json, 'label')) || name, description: textOf(own(json, 'description')) };
  const hidden = isTruthy(own(json, 'hidden'));
  const immutable = isTruthy(own(json, 'immutable'));
  return { name, type, ...texts, default: own(json, 'default') ?? null, hidden, immutable, tags, constraints };
}

function checkKeys(json: JsonObject, place: Place, { keys }: ParameterRules, faults: Faults): void {
  for (const key of Object.keys(json)) {
    if (!keys.has(key)) faults.add(place.at(key), `a parameter has no key \`${key}\`${didYouMean(key, keys)}`);
  }
}

function readType(json: JsonObject, place: Place, faults: Faults): ParameterType | null {
  const type = own(json, 'type');
  const known = PARAMETER_TYPES.find((candidate) => candidate === type);
  if (known !== undefined) return known;
  if (type === undefined) return faults.refuse(place, `expected a \`type\`: ${oneOf(PARAMETER_TYPES)}`);
  const nearest = typeof type === 'string' ? didYouMean(type, PARAMETER_TYPES) : '';
  return faults.refuse(place.at('type'), `expected ${oneOf(PARAMETER_TYPES)}, found ${describe(type)}${nearest}`);
}

function readTags(json: JsonObject, place: Place, faults: Faults): string[] {
  const tags = own(json, 'tags') ?? [];
  if (Array.isArray(tags)) return tags.map(pythonText);
  faults.add(place.at('tags'), `expected a list of tags, found ${describe(tags)}`);
  return [];
}

function textOf(json: Json | undefined): string {
  return json === undefined || json === null ? '' : pythonText(json);
}

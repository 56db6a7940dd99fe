import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { ParameterType } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';
import type { ParameterKeys, ParameterRules } from './parameter-rules';
import type { ParameterSchema } from './parameter-schema';

/** Reads one entry of the section of parameters; `null` where it has no type to go on with. */
export function readParameter(
  name: string,
  json: ExactJson,
  place: Place,
  { rules, faults }: { rules: ParameterRules; faults: Faults },
): ParameterSchema | null {
  if (!isObject(json)) {
    return faults.refuse(place, `expected a map that describes the parameter, found ${describe(json)}`);
  }
  checkKeys(json, place, rules, faults);
  const type = readType(json, place, rules, faults);
  const constraints = rules.readConstraints(json, place, faults);
  const tags = readTags(json, place, rules.keys, faults);
  if (type === null) return null;
  return {
    ...{ name, type, tags },
    ...readRest(json, name, rules),
    constraints: constraints.map(({ rule }) => rule),
    places: { default: place.at(rules.keys.default), constraints: constraints.map((constraint) => constraint.place) },
  };
}

function checkKeys(json: ExactObject, place: Place, { allowed }: ParameterRules, faults: Faults): void {
  for (const key of Object.keys(json)) {
    if (!allowed.has(key)) faults.add(place.at(key), `a parameter has no key \`${key}\`${didYouMean(key, allowed)}`);
  }
}

function readType(
  json: ExactObject,
  place: Place,
  { keys, types }: ParameterRules,
  faults: Faults,
): ParameterType | null {
  const type = own(json, keys.type);
  const known = typeof type === 'string' ? types.get(type) : undefined;
  if (known !== undefined) return known;
  const names = [...types.keys()];
  if (type === undefined) return faults.refuse(place, `expected a \`${keys.type}\`: ${oneOf(names)}`);
  const nearest = typeof type === 'string' ? didYouMean(type, names) : '';
  return faults.refuse(place.at(keys.type), `expected ${oneOf(names)}, found ${describe(type)}${nearest}`);
}

function readTags(json: ExactObject, place: Place, keys: ParameterKeys, faults: Faults): string[] {
  if (keys.tags === null) return [];
  const tags = own(json, keys.tags) ?? [];
  if (Array.isArray(tags)) return tags.map(pythonText);
  faults.add(place.at(keys.tags), `expected a list of tags, found ${describe(tags)}`);
  return [];
}

type Rest = Pick<ParameterSchema, 'label' | 'description' | 'default' | 'hidden' | 'immutable'>;

/** What cannot be wrong. */
function readRest(json: ExactObject, name: string, { keys, isHidden }: ParameterRules): Rest {
  return {
    label: textOf(own(json, keys.label)) || name,
    description: textOf(own(json, keys.description)),
    default: own(json, keys.default) ?? null,
    hidden: isHidden(own(json, keys.hidden)),
    immutable: keys.immutable !== null && isTruthy(own(json, keys.immutable)),
  };
}

function textOf(json: ExactJson | undefined): string {
  return json === undefined || json === null ? '' : pythonText(json);
}

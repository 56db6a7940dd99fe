import type { JsonObject } from '#contracts';
import { isObject, objectOf } from '../json';
import { NO_ENVIRONMENT } from './environment';
import type { Environment } from './environment';

/** One environment of several: later ones win, value by value; registries are merged into their depths. */
export function mergeEnvironments(environments: readonly Environment[]): Environment {
  return environments.reduce(mergeTwo, NO_ENVIRONMENT);
}

function mergeTwo(weaker: Environment, stronger: Environment): Environment {
  return {
    parameters: mergeMaps(weaker.parameters, stronger.parameters),
    parameterDefaults: mergeMaps(weaker.parameterDefaults, stronger.parameterDefaults),
    resourceRegistry: mergeDeep(weaker.resourceRegistry, stronger.resourceRegistry),
    eventSinks: [...weaker.eventSinks, ...stronger.eventSinks],
    encryptedParameters: [...weaker.encryptedParameters, ...stronger.encryptedParameters],
    places: new Map([...weaker.places, ...stronger.places]),
  };
}

function mergeMaps(weaker: JsonObject, stronger: JsonObject): JsonObject {
  return objectOf([...Object.entries(weaker), ...Object.entries(stronger)]);
}

function mergeDeep(weaker: JsonObject, stronger: JsonObject): JsonObject {
  const merged = new Map(Object.entries(weaker));
  for (const [key, value] of Object.entries(stronger)) {
    const present = merged.get(key);
    merged.set(key, isObject(present) && isObject(value) ? mergeDeep(present, value) : value);
  }
  return objectOf(merged);
}

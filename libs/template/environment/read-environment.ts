import type { Json, JsonObject } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, own } from '../json';
import { SECTION_NAMES } from './environment';
import type { Environment, SectionName } from './environment';

/**
 * Checks the sections of an environment
 * (https://docs.openstack.org/heat/latest/template_guide/environment.html). One that is `null` is an
 * error, as Heat has it, but no environment at all is an empty one.
 */
export function readEnvironment(json: Json, place: Place, faults: Faults): Environment {
  if (json !== null && !isObject(json)) faults.add(place, `expected a map, found ${describe(json)}`);
  const sections = isObject(json) ? json : {};
  for (const name of Object.keys(sections)) {
    if (!SECTION_NAMES.includes(name as SectionName)) {
      faults.add(place.at(name), `an environment has no section \`${name}\`${didYouMean(name, SECTION_NAMES)}`);
    }
  }
  const mapOf = (name: SectionName): JsonObject => readMap(sections, name, place, faults);
  const listOf = (name: SectionName): Json[] => readList(sections, name, place, faults);
  refuseStrategies(mapOf('parameter_merge_strategies'), place.at('parameter_merge_strategies'), faults);
  const parameters = mapOf('parameters');
  const parameterDefaults = mapOf('parameter_defaults');
  return {
    parameters,
    parameterDefaults,
    resourceRegistry: mapOf('resource_registry'),
    eventSinks: listOf('event_sinks'),
    encryptedParameters: listOf('encrypted_param_names'),
    places: new Map([
      ...placesOf(parameterDefaults, place.at('parameter_defaults')),
      ...placesOf(parameters, place.at('parameters')),
    ]),
  };
}

/** How values of several files are joined other than by taking the last is not built yet. */
function refuseStrategies(strategies: JsonObject, place: Place, faults: Faults): void {
  for (const [name, strategy] of Object.entries(strategies)) {
    if (strategy !== 'overwrite') faults.add(place.at(name), 'only the strategy `overwrite` is supported yet');
  }
}

function readMap(sections: JsonObject, name: SectionName, place: Place, faults: Faults): JsonObject {
  const section = own(sections, name);
  if (isObject(section)) return section;
  if (section !== undefined) faults.add(place.at(name), `expected a map, found ${describe(section)}`);
  return {};
}

function readList(sections: JsonObject, name: SectionName, place: Place, faults: Faults): Json[] {
  const section = own(sections, name);
  if (Array.isArray(section)) return section;
  if (section !== undefined) faults.add(place.at(name), `expected a list, found ${describe(section)}`);
  return [];
}

function placesOf(section: JsonObject, place: Place): [string, Place][] {
  return Object.keys(section).map((name) => [name, place.at(name)]);
}

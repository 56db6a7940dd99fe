import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, objectOf, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { isTruthy } from '../text/truth';
import { SECTION_NAMES } from './environment';
import type { Environment, EnvironmentFile, SectionName } from './environment';
import { checkEventSinks } from './event-sinks';

/**
 * The sections of an environment
 * (https://docs.openstack.org/heat/latest/template_guide/environment.html), whatever is in them. One that
 * is `null` is an error, as Heat has it, but no environment at all is an empty one.
 */
export function readSections(json: ExactJson, place: Place, faults: Faults): ExactObject {
  if (json !== null && !isObject(json)) faults.add(place, `expected a map, found ${describe(json)}`);
  const sections = isObject(json) ? json : {};
  for (const [name, section] of Object.entries(sections)) {
    if (!SECTION_NAMES.includes(name as SectionName)) {
      faults.add(place.at(name), `an environment has no section \`${name}\`${didYouMean(name, SECTION_NAMES)}`);
    } else if (section === null) {
      faults.add(place.at(name), 'the section is empty: leave it out, or give it something');
    }
  }
  return sections;
}

/** The environment of a request. Its merge strategies mean nothing, as there is nothing to be joined with. */
export function readEnvironment(json: ExactJson, place: Place, faults: Faults): Environment {
  return new SectionReader(readSections(json, place, faults), place, faults).read();
}

/** An environment that is joined with others. Of its sections those count that have anything in them. */
export function readEnvironmentFile(json: ExactJson, place: Place, faults: Faults): EnvironmentFile {
  const sections = Object.entries(readSections(json, place, faults));
  const filled = sections.filter(([name, section]) => name === 'parameter_merge_strategies' || isTruthy(section));
  const reader = new SectionReader(objectOf(filled), place, faults);
  return { ...reader.read(), place, strategies: reader.readMap('parameter_merge_strategies') };
}

class SectionReader {
  constructor(
    private readonly sections: ExactObject,
    private readonly place: Place,
    private readonly faults: Faults,
  ) {}

  read(): Environment {
    const parameters = this.readMap('parameters');
    const parameterDefaults = this.readMap('parameter_defaults');
    const resourceRegistry = this.readMap('resource_registry');
    const eventSinks = this.readList('event_sinks');
    checkEventSinks(eventSinks, this.place.at('event_sinks'), this.faults);
    return {
      ...{ parameters, parameterDefaults, resourceRegistry, eventSinks },
      encryptedParameters: this.readList('encrypted_param_names'),
      places: new Map([
        ...this.placesOf('parameter_defaults', parameterDefaults),
        ...this.placesOf('parameters', parameters),
      ]),
      registryPlaces: new Map(this.placesOf('resource_registry', resourceRegistry)),
    };
  }

  readMap(name: SectionName): ExactObject {
    const section = own(this.sections, name) ?? {};
    if (isObject(section)) return section;
    this.faults.add(this.place.at(name), `expected a map, found ${describe(section)}`);
    return {};
  }

  private readList(name: SectionName): ExactJson[] {
    const section = own(this.sections, name) ?? [];
    if (Array.isArray(section)) return section;
    this.faults.add(this.place.at(name), `expected a list, found ${describe(section)}`);
    return [];
  }

  private placesOf(name: SectionName, section: ExactObject): [string, Place][] {
    return Object.keys(section).map((key) => [key, this.place.at(name).at(key)]);
  }
}

import { isObject, own } from '../json';
import type { ExactObject } from '../json';
import type { Preparation } from './preparation';

/**
 * Reports names that the text has as numbers, booleans or nothing (`on`): to Heat they are no names, and
 * functions would have to write them otherwise.
 */
export function checkNames(
  template: ExactObject,
  { version, isText, place, faults }: Pick<Preparation, 'version' | 'isText' | 'place' | 'faults'>,
): void {
  const { sections } = version.keys;
  for (const key of [sections.parameters, sections.conditions, sections.resources, sections.outputs]) {
    const section = key === null ? undefined : own(template, key);
    if (key === null || !isObject(section)) continue;
    for (const name of Object.keys(section)) {
      if (!isText(section, name)) faults.add(place.at(key).at(name), NO_TEXT);
    }
  }
}

const NO_TEXT = 'expected a text as name, but YAML 1.1 reads this one otherwise: put it in quotes';

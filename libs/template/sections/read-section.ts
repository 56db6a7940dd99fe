import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { isTruthy } from '../text/truth';

/** A section that is a map of definitions by name; one that is empty in any way is an empty map. */
export function readMapSection(
  template: ExactObject,
  name: string,
  place: Place,
  faults: Faults,
): [string, ExactJson][] {
  const section = own(template, name);
  if (isObject(section)) return Object.entries(section);
  if (isTruthy(section)) faults.add(place.at(name), `expected a map, found ${describe(section ?? null)}`);
  return [];
}

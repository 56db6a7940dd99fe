import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean, nearestName } from '../diagnostics/suggestion';
import { own } from '../json';
import type { ExactObject } from '../json';
import { findVersion, VERSION_KEYS, versionNames } from '../versions/find-version';
import type { TemplateVersion } from '../versions/template-version';

/** The version that the template says it is written in; `null` after a fault. What is no text says nothing. */
export function readVersion(template: ExactObject, place: Place, faults: Faults): TemplateVersion | null {
  const present = VERSION_KEYS.filter((key) => Object.hasOwn(template, key));
  const [key = present[0], second] = present.filter((name) => typeof template[name] === 'string');
  if (key === undefined) return refuseWithout(template, place, faults);
  if (second !== undefined) return faults.refuse(place.at(second), `\`${key}\` says already what the template is`);
  const name = own(template, key) ?? null;
  const version = typeof name === 'string' ? findVersion(key, name) : undefined;
  if (version !== undefined) return version;
  const names = versionNames(key);
  const expected = names.length === 1 ? names.join('') : `one of ${names.join(', ')}`;
  const nearest = typeof name === 'string' ? didYouMean(name, names) : '';
  return faults.refuse(place.at(key), `expected ${expected}, found ${describe(name)}${nearest}`);
}

function refuseWithout(template: ExactObject, place: Place, faults: Faults): null {
  const mistyped = Object.keys(template).find((name) => nearestName(name, VERSION_KEYS) !== undefined);
  const nearest = mistyped === undefined ? '' : didYouMean(mistyped, VERSION_KEYS);
  const detail = `the template must have ${oneOf(VERSION_KEYS)}`;
  if (mistyped === undefined) return faults.refuse(place, detail);
  return faults.refuse(place.at(mistyped), `${detail}, found \`${mistyped}\`${nearest}`);
}

/** Reports sections that the version does not have. */
export function checkSections(template: ExactObject, version: TemplateVersion, place: Place, faults: Faults): void {
  for (const name of Object.keys(template)) {
    if (!version.sections.has(name)) {
      const nearest = didYouMean(name, version.sections);
      faults.add(place.at(name), `a template of version ${version.date} has no section \`${name}\`${nearest}`);
    }
  }
}

import type { JsonObject } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { own } from '../json';
import { CFN_VERSION_KEYS, findVersion, HOT_VERSION_KEY, versionNames } from '../versions/template-version';
import type { TemplateVersion } from '../versions/template-version';

/** The version that the template says it is written in; `null` after a fault. */
export function readVersion(template: JsonObject, place: Place, faults: Faults): TemplateVersion | null {
  const keys = [HOT_VERSION_KEY, ...CFN_VERSION_KEYS].filter((key) => Object.hasOwn(template, key));
  const [key, second] = keys;
  if (key === undefined) {
    const nearest = Object.keys(template).map((name) => didYouMean(HOT_VERSION_KEY, [name]));
    return faults.refuse(place, `the template must have \`${HOT_VERSION_KEY}\`${nearest.find(Boolean) ?? ''}`);
  }
  if (second !== undefined) return faults.refuse(place.at(second), `\`${key}\` says already what the template is`);
  if (key !== HOT_VERSION_KEY) {
    return faults.refuse(place.at(key), `templates with \`${key}\` are not supported yet; use \`${HOT_VERSION_KEY}\``);
  }
  const name = own(template, key) ?? null;
  const version = typeof name === 'string' ? findVersion(name) : undefined;
  if (version !== undefined) return version;
  const names = versionNames();
  const nearest = typeof name === 'string' ? didYouMean(name, names) : '';
  return faults.refuse(place.at(key), `expected one of ${names.join(', ')}, found ${describe(name)}${nearest}`);
}

/** Reports sections that the version does not have. */
export function checkSections(template: JsonObject, version: TemplateVersion, place: Place, faults: Faults): void {
  for (const name of Object.keys(template)) {
    if (!version.sections.has(name)) {
      const nearest = didYouMean(name, version.sections);
      faults.add(place.at(name), `a template of version ${version.date} has no section \`${name}\`${nearest}`);
    }
  }
}

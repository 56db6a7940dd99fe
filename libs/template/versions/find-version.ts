import { CFN_VERSIONS } from './cfn-versions';
import { HOT_VERSIONS } from './hot-versions';
import type { TemplateVersion, VersionKey } from './template-version';

/** Every version of the language: HOT's, oldest first, then CloudFormation's. */
export const TEMPLATE_VERSIONS: readonly TemplateVersion[] = [...HOT_VERSIONS, ...CFN_VERSIONS];

/** The keys by which a template may say what it is written in. */
export const VERSION_KEYS: readonly VersionKey[] = [...new Set(TEMPLATE_VERSIONS.map(({ key }) => key))];

const BY_KEY: ReadonlyMap<VersionKey, ReadonlyMap<string, TemplateVersion>> = new Map(
  VERSION_KEYS.map((key) => [key, new Map(TEMPLATE_VERSIONS.filter((version) => version.key === key).flatMap(names))]),
);

function names(version: TemplateVersion): [string, TemplateVersion][] {
  return [version.date, ...version.aliases].map((name) => [name, version]);
}

/** A version by its date or its release's name; `undefined` where there is none. */
export function findVersion(key: VersionKey, name: string): TemplateVersion | undefined {
  return BY_KEY.get(key)?.get(name);
}

/** A version by the name that it has by itself: `rocky`, or `AWSTemplateFormatVersion.2010-09-09`; HOT's go without key. */
export function versionNamed(name: string): TemplateVersion | undefined {
  const key = VERSION_KEYS.find((candidate) => name.startsWith(`${candidate}.`));
  return key === undefined ? findVersion('heat_template_version', name) : findVersion(key, name.slice(key.length + 1));
}

/** The dates and names of all versions that a template may say under the key, in their order. */
export function versionNames(key: VersionKey): string[] {
  return [...(BY_KEY.get(key)?.keys() ?? [])];
}

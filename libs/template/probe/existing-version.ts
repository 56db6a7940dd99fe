import { InvariantError } from '#contracts';
import { versionNamed } from '../versions/find-version';
import type { TemplateVersion } from '../versions/template-version';

export function existingVersion(name: string): TemplateVersion {
  const version = versionNamed(name);
  if (version === undefined) throw new InvariantError(`there is no version ${name} of the template language`);
  return version;
}

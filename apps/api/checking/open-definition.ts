import type { SecretBox } from '#entities';
import { parseExactJson } from '#template';
import type { ExactObject } from '#template';
import type { StoredDefinition } from './merge-definition';
import type { SealedDefinition } from './template-checker';

/** What a stack was made from, with every number as the user wrote it. */
export function openDefinition(sealed: SealedDefinition, secrets: SecretBox): StoredDefinition {
  const open = (part: Uint8Array): ExactObject => parseExactJson(secrets.openText(Buffer.from(part))) as ExactObject;
  return {
    template: open(sealed.template),
    files: open(sealed.files),
    environment: open(sealed.environment),
    parameters: open(sealed.parameters),
  };
}

import type { ExactObject } from '../json';
import { parseExactJson } from '../reader/parse-exact-json';
import { exactJsonText } from '../text/exact-json-text';
import { DIALECTS, maskDefaults } from './hidden-defaults';

/**
 * A template's JSON text with the defaults of hidden parameters masked. Templates of megabytes are common and hidden
 * parameters rare, so the text is only read where it has a chance to hold one.
 */
export function maskTemplate(text: string): string {
  if (!DIALECTS.some(({ hides }) => text.includes(`"${hides}":`))) return text;
  return exactJsonText(maskDefaults(parseExactJson(text) as ExactObject));
}

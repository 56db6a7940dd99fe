import { exactJsonText, isObject, parseExactJson } from '#template';
import type { ExactJson, ExactObject } from '#template';

const HIDDEN = '******';

/** Where HOT and CFN keep parameters, what hides one there, and where its default stands. */
const DIALECTS = [
  { parameters: 'parameters', hides: 'hidden', default: 'default' },
  { parameters: 'Parameters', hides: 'NoEcho', default: 'Default' },
] as const;

/**
 * A template's JSON text with the defaults of hidden parameters masked. Templates of megabytes are common and hidden
 * parameters rare, so the text is only read where it has a chance to hold one.
 */
export function maskTemplate(text: string): string {
  if (!DIALECTS.some(({ hides }) => text.includes(`"${hides}":`))) return text;
  const template = parseExactJson(text) as ExactObject;
  for (const dialect of DIALECTS) maskDefaults(template[dialect.parameters], dialect);
  return exactJsonText(template);
}

function maskDefaults(parameters: ExactJson | undefined, dialect: (typeof DIALECTS)[number]): void {
  if (!isObject(parameters)) return;
  for (const parameter of Object.values(parameters)) {
    if (!isObject(parameter) || !(dialect.default in parameter)) continue;
    const hides = JSON.stringify(parameter[dialect.hides] ?? false).toLowerCase();
    if (!/^"?false"?$/.test(hides)) parameter[dialect.default] = HIDDEN;
  }
}

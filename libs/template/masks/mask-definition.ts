import { MASK } from './mask-hidden';
import { isObject, objectOf } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { Sliced } from '../slices';
import { exactJsonText } from '../text/exact-json-text';
import { VERSION_KEYS } from '../versions/find-version';
import { DIALECTS, hiddenIn, maskDefaults } from './hidden-defaults';
import { readDocument } from './read-document';

/** What a stack was made from, as it is kept. */
export interface KeptDefinition {
  readonly template: ExactJson;
  readonly files: ExactObject;
  readonly environment: ExactObject;
}

/** Sections of an environment that give parameters values. */
export const VALUE_SECTIONS = ['parameters', 'parameter_defaults'] as const;

/** The environment with the values of these parameters masked; itself where it gives them none. */
export function maskEnvironment(environment: ExactObject, hidden: ReadonlySet<string>): ExactObject {
  return VALUE_SECTIONS.reduce((masked, section) => {
    const values = masked[section];
    if (!isObject(values) || !Object.keys(values).some((name) => hidden.has(name))) return masked;
    const shown = Object.entries(values).map(([name, value]) => [name, hidden.has(name) ? MASK : value] as const);
    return { ...masked, [section]: objectOf(shown) };
  }, environment);
}

/**
 * The environment with the values of whatever a template of the definition hides masked. Any of the files may be a
 * template, and defaults reach all of them. A text of YAML is read in one slice.
 */
export function* shownEnvironment(definition: KeptDefinition): Sliced<ExactObject> {
  return maskEnvironment(definition.environment, yield* hiddenByDefinition(definition));
}

/**
 * The files as texts. One that is a template with defaults of hidden parameters, or an environment that gives such
 * parameters values, is JSON with these masked, whatever it was before.
 */
export function* shownFiles(definition: KeptDefinition): Sliced<Record<string, string>> {
  const hidden = yield* hiddenByDefinition(definition);
  const shown: [string, string][] = [];
  for (const [name, content] of Object.entries(definition.files)) {
    shown.push([name, shownFile(content, hidden)]);
    yield;
  }
  return objectOf(shown);
}

function shownFile(content: ExactJson, hidden: ReadonlySet<string>): string {
  const text = typeof content === 'string' ? content : exactJsonText(content);
  const document = hidden.size > 0 && mayGiveValues(text) ? readDocument(content) : undefined;
  if (document === undefined) return text;
  const masked = isTemplate(document) ? maskDefaults(document) : maskEnvironment(document, hidden);
  return masked === document ? text : exactJsonText(masked);
}

/** What a parameter is and what value it has stand under the same name. */
function isTemplate(document: ExactObject): boolean {
  return VERSION_KEYS.some((key) => Object.hasOwn(document, key));
}

/** Looking costs less than reading. */
function mayGiveValues(text: string): boolean {
  return VALUE_SECTIONS.some((section) => text.includes(section)) || mayHide(text);
}

function mayHide(text: string): boolean {
  return DIALECTS.some(({ hides }) => text.includes(hides));
}

/** The parameters that the template or a template among the files hides. */
export function* hiddenByDefinition({ template, files }: KeptDefinition): Sliced<Set<string>> {
  const hidden = new Set(isObject(template) ? hiddenIn(template) : []);
  for (const content of Object.values(files)) {
    if (!mayHide(typeof content === 'string' ? content : exactJsonText(content))) continue;
    for (const name of hiddenIn(readDocument(content) ?? {})) hidden.add(name);
    yield;
  }
  return hidden;
}

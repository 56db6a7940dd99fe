import { MASK } from './mask-hidden';
import { isObject, objectOf, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { exactJsonText } from '../text/exact-json-text';
import { DIALECTS } from './hidden-defaults';
import { VALUE_SECTIONS } from './mask-definition';
import { readDocument } from './read-document';

/**
 * What an answer showed masked, and was sent back so, is as it was; where it was not there, it is left out. Itself
 * where nothing is masked.
 */
export function unmaskedValues(given: ExactObject, kept: ExactObject): ExactObject {
  if (!Object.values(given).includes(MASK)) return given;
  return objectOf(
    Object.entries(given).flatMap(([name, value]): [string, ExactJson][] => {
      if (value !== MASK) return [[name, value]];
      const before = own(kept, name);
      return before === undefined ? [] : [[name, before]];
    }),
  );
}

/**
 * A template, environment or file that was sent back as an answer showed it, with what is masked in it as it is kept;
 * itself where nothing is. One that came as a text is a text of JSON then.
 */
export function unmasked(given: ExactJson, kept: ExactJson | undefined): ExactJson {
  if (kept === undefined || !holdsMask(given)) return given;
  const [document, before] = [readDocument(given), readDocument(kept)];
  if (document === undefined || before === undefined) return given;
  const whole = unmaskedDefaults(unmaskedSections(document, before), before);
  if (whole === document) return given;
  return typeof given === 'string' ? exactJsonText(whole) : whole;
}

/** The files of a request, each as `unmasked`; themselves where nothing is. */
export function unmaskedFiles(given: ExactObject, kept: ExactObject): ExactObject {
  const files = Object.entries(given).map(([name, file]) => [name, unmasked(file, own(kept, name))] as const);
  return files.every(([name, file]) => file === given[name]) ? given : objectOf(files);
}

function holdsMask(given: ExactJson): boolean {
  return (typeof given === 'string' ? given : exactJsonText(given)).includes(MASK);
}

/** In a template the entries of `parameters` are maps, which no mask is. */
function unmaskedSections(given: ExactObject, kept: ExactObject): ExactObject {
  return VALUE_SECTIONS.reduce((whole, section) => {
    const [values, before] = [whole[section], kept[section]];
    if (!isObject(values)) return whole;
    const unmaskedSection = unmaskedValues(values, isObject(before) ? before : {});
    return unmaskedSection === values ? whole : { ...whole, [section]: unmaskedSection };
  }, given);
}

function unmaskedDefaults(given: ExactObject, kept: ExactObject): ExactObject {
  return DIALECTS.reduce((whole, dialect) => {
    const [parameters, before] = [whole[dialect.parameters], kept[dialect.parameters]];
    if (!isObject(parameters) || !isObject(before)) return whole;
    const entries = Object.entries(parameters).map(
      ([name, parameter]) => [name, unmaskedDefault(parameter, own(before, name), dialect.default)] as const,
    );
    const isSame = entries.every(([name, parameter]) => parameter === parameters[name]);
    return isSame ? whole : { ...whole, [dialect.parameters]: objectOf(entries) };
  }, given);
}

function unmaskedDefault(parameter: ExactJson, before: ExactJson | undefined, key: string): ExactJson {
  if (!isObject(parameter) || parameter[key] !== MASK || !isObject(before)) return parameter;
  const kept = own(before, key);
  return kept === undefined ? parameter : { ...parameter, [key]: kept };
}

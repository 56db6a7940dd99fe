import { MASK } from './mask-hidden';
import { isObject, objectOf } from '../json';
import type { ExactJson, ExactObject } from '../json';

/** Where HOT and CFN keep parameters, what hides one there, and where its default stands. */
export const DIALECTS = [
  { parameters: 'parameters', hides: 'hidden', default: 'default' },
  { parameters: 'Parameters', hides: 'NoEcho', default: 'Default' },
] as const;

type Dialect = (typeof DIALECTS)[number];

/** The parameters that a template hides; none, where it is something else. */
export function hiddenIn(template: ExactObject): string[] {
  return DIALECTS.flatMap((dialect) => {
    const entries = parametersOf(template, dialect);
    return entries.flatMap(([name, parameter]) => (hides(parameter, dialect) ? [name] : []));
  });
}

/** The template with the defaults of hidden parameters masked; itself where it has none. */
export function maskDefaults(template: ExactObject): ExactObject {
  return DIALECTS.reduce((masked, dialect) => {
    const entries = parametersOf(masked, dialect);
    if (!entries.some(([, parameter]) => isSecret(parameter, dialect))) return masked;
    const shown = entries.map(([name, parameter]) => [name, maskDefault(parameter, dialect)] as const);
    return { ...masked, [dialect.parameters]: objectOf(shown) };
  }, template);
}

function maskDefault(parameter: ExactJson, dialect: Dialect): ExactJson {
  return isSecret(parameter, dialect) ? { ...(parameter as ExactObject), [dialect.default]: MASK } : parameter;
}

function parametersOf(template: ExactObject, dialect: Dialect): [string, ExactJson][] {
  const parameters = template[dialect.parameters];
  return isObject(parameters) ? Object.entries(parameters) : [];
}

function isSecret(parameter: ExactJson, dialect: Dialect): boolean {
  return hides(parameter, dialect) && isObject(parameter) && dialect.default in parameter;
}

/** Whatever does not plainly say that it is shown is hidden. */
function hides(parameter: ExactJson, dialect: Dialect): boolean {
  if (!isObject(parameter)) return false;
  return !/^"?false"?$/.test(JSON.stringify(parameter[dialect.hides] ?? false).toLowerCase());
}

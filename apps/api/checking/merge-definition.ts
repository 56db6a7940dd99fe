import type { Diagnostic } from '#contracts';
import { isObject, unmasked, unmaskedFiles, unmaskedValues } from '#template';
import type { ExactJson, ExactObject, StackRequest } from '#template';
import { unknownName } from '../requests/nearest-name';

/** A stack's definition as it was last accepted. */
export interface StoredDefinition {
  readonly template: ExactJson;
  readonly files: ExactObject;
  readonly environment: ExactObject;
  readonly parameters: ExactObject;
}

/** What of a definition a request gives. */
export interface GivenDefinition {
  template?: ExactJson;
  files?: ExactObject | null;
  environment?: ExactJson;
  environment_files?: string[] | null;
  parameters?: ExactObject | null;
  clear_parameters?: string[] | null;
}

/** What of a request was sent back as an answer showed it, masked, is as it was. */
export function unmaskedDefinition<T extends GivenDefinition>(given: T, stored: StoredDefinition): T {
  const { template, environment, files, parameters } = given;
  return {
    ...given,
    ...(template === undefined ? {} : { template: unmasked(template, stored.template) }),
    ...(environment === undefined ? {} : { environment: unmasked(environment, stored.environment) }),
    ...(files ? { files: unmaskedFiles(files, stored.files) } : {}),
    ...(parameters ? { parameters: unmaskedValues(parameters, stored.parameters) } : {}),
  };
}

/**
 * The request for a stack as a PATCH leaves it: what it gives takes the place of what there was, by name in files,
 * parameters and the sections of the environment; all else stays.
 */
export function mergeDefinition(stored: StoredDefinition, given: GivenDefinition): StackRequest {
  const cleared = new Set(given.clear_parameters ?? []);
  const environment = mergeEnvironment(stored.environment, given);
  return {
    template: given.template ?? stored.template,
    files: { ...stored.files, ...given.files },
    ...(given.environment_files ? { environmentFiles: given.environment_files } : {}),
    ...(environment === undefined ? {} : { environment: withoutParameters(environment, cleared) }),
    parameters: { ...without(stored.parameters, cleared), ...given.parameters },
  };
}

/** Several files make an environment of their own. */
function mergeEnvironment(
  stored: ExactObject,
  { environment, environment_files: files }: GivenDefinition,
): ExactJson | undefined {
  if (files) return undefined;
  if (environment === undefined || environment === null) return stored;
  // A text is read by the template library, as a whole.
  if (!isObject(environment)) return environment;
  const sections = Object.entries(environment).map(([name, value]): [string, ExactJson] => {
    const before = stored[name];
    return [name, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return { ...stored, ...Object.fromEntries(sections) };
}

function withoutParameters(environment: ExactJson, names: ReadonlySet<string>): ExactJson {
  if (!isObject(environment) || !isObject(environment['parameters'])) return environment;
  return { ...environment, parameters: without(environment['parameters'], names) };
}

function without(values: ExactObject, names: ReadonlySet<string>): ExactObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

/** Names that are to be cleared and that the template has not. */
export function unknownToClear(names: readonly string[], known: readonly string[]): Diagnostic[] {
  return names.flatMap((name, index) =>
    known.includes(name) ? [] : [{ path: `/clear_parameters/${index}`, detail: unknownName('parameter', name, known) }],
  );
}

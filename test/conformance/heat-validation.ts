import type { ExactJson, ExactObject, PreparedParameter, PreparedResource, PreparedStack } from '#template';
import { apiParameter } from './api-parameter';

/** What a template's validation answers, in Heat's form. `given` are the user's values as they came. */
export function heatValidation(stack: PreparedStack, given: ExactObject, showNested: boolean): ExactObject {
  const { encrypted_param_names: _, ...environment } = stack.environment;
  const parameters = { ...givenTo(stack), ...given };
  const registry = withLookedUp(environment['resource_registry'] as ExactObject, stack);
  return {
    ok: true,
    ...sectionsOf(stack, parameters),
    ...(showNested ? nestedParameters(stack) : {}),
    Environment: { ...environment, parameters, resource_registry: registry },
  };
}

function sectionsOf(stack: PreparedStack, given: ExactObject): ExactObject {
  const shown = [...stack.parameters].map(
    ([name, parameter]) => [name, shownParameter(parameter, given[name])] as const,
  );
  const { parameter_groups: groups } = stack.template;
  return {
    Description: stack.description,
    Parameters: Object.fromEntries(shown),
    ...(Array.isArray(groups) && groups.length > 0 ? { ParameterGroups: groups } : {}),
  };
}

/** Heat shows the value of a text as it was given, also where that is no text. */
function shownParameter(parameter: PreparedParameter, given: ExactJson | undefined): ExactObject {
  const value = parameter.type === 'string' ? (given ?? parameter.value) : parameter.value;
  return { ...apiParameter(parameter), ...(given === undefined ? {} : { Value: value ?? null }) };
}

function givenTo({ environment }: PreparedStack): ExactObject {
  return environment['parameters'] as ExactObject;
}

function nestedParameters(stack: PreparedStack): ExactObject {
  const nested = [...stack.resources].flatMap(([name, { type, nested: inner }]) =>
    inner === undefined
      ? []
      : [[name, { Type: type, ...sectionsOf(inner, givenTo(inner)), ...nestedParameters(inner) }] as const],
  );
  return nested.length === 0 ? {} : { NestedParameters: Object.fromEntries(nested) };
}

/** Heat writes into the registry what it finds there for a type by other ways than the type's own entry. */
function withLookedUp(registry: ExactObject, stack: PreparedStack): ExactObject {
  const found = [...stack.resources.values()].flatMap((resource) => lookedUp(resource, registry));
  return { ...Object.fromEntries(found), ...registry };
}

function lookedUp({ name, type, schema }: PreparedResource, registry: ExactObject): [string, ExactJson][] {
  if (/\.(?:yaml|template)$/.test(type)) return [[type, type]];
  const own = ((registry['resources'] as ExactObject)[name] as ExactObject | undefined)?.[type];
  if (own !== undefined) return [[type, own]];
  const globs = Object.keys(registry).filter((key) => key.endsWith('*') && type.startsWith(key.slice(0, -1)));
  const [glob] = globs.sort();
  return glob === undefined || type === schema.type ? [] : [[type, registry[glob] ?? null]];
}

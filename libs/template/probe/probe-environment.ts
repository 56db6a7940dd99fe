import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { environmentJson } from '../environment/environment';
import type { Environment } from '../environment/environment';
import { mergeEnvironments } from '../environment/merge-environments';
import { parameterTypes } from '../environment/parameter-types';
import { readEnvironment, readEnvironmentFile } from '../environment/read-environment';
import { Registry } from '../environment/registry';
import type { ExactJson, ExactObject } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import type { TypeCatalogue } from '../schema/resource-schema';

/** What is found, or what is wrong. */
export type ProbedEnvironment =
  { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly details: readonly string[] };

const ENVIRONMENT = Place.root('environment');

/** Joins texts of environments, in their order, onto one that is there before. `template` declares the parameters. */
export function probeMerge(
  base: ExactObject,
  files: readonly (readonly [name: string, content: ExactJson])[],
  template: ExactObject,
): ProbedEnvironment {
  return probing((faults) => {
    const typeOf = parameterTypes(template, {}, DEFAULT_LIMITS);
    const others = files.map(([name, content]) => readEnvironmentFile(content, ENVIRONMENT.at(name), faults));
    const first = readEnvironment(base, ENVIRONMENT, faults);
    const merged = mergeEnvironments(first, others, { typeOf, faults, warnings: new Faults() });
    return environmentJson(merged, merged.resourceRegistry);
  });
}

/** The environment as the user gets it back. */
export function probeLoad(environment: ExactObject): ProbedEnvironment {
  return probing((faults) => {
    const read = readEnvironment(environment, ENVIRONMENT, faults);
    return environmentJson(read, registryOf(read, faults).toJson());
  });
}

/** What a type is made as: `{plugin}` or `{template}`. */
export function probeLookup(
  environment: ExactObject,
  { type, resource, types }: { type: string; resource?: string | undefined; types: TypeCatalogue },
): ProbedEnvironment {
  return probing((faults) => {
    const registry = registryOf(readEnvironment(environment, ENVIRONMENT, faults), faults);
    const mapping = registry.resolve(type, resource, (name) => types.find(name) !== undefined);
    if (mapping.kind === 'type') return { plugin: mapping.name };
    if (mapping.kind === 'template') return { template: mapping.name };
    return faults.refuse(ENVIRONMENT, mapping.kind);
  });
}

/** The words of a setting for a resource: its hooks, or the restricted actions. */
export function probeSetting(
  environment: ExactObject,
  resource: string,
  setting: 'hooks' | 'actions',
): ProbedEnvironment {
  return probing((faults) => {
    const registry = registryOf(readEnvironment(environment, ENVIRONMENT, faults), faults);
    return [...(setting === 'hooks' ? registry.hooksOf(resource) : registry.restrictedActionsOf(resource))];
  });
}

/** The environment of a nested stack, with these parameters. */
export function probeChild(environment: ExactObject, parameters: ExactObject, resource?: string): ProbedEnvironment {
  return probing((faults) => {
    const read = readEnvironment(environment, ENVIRONMENT, faults);
    const registry = registryOf(read, faults);
    const child = resource === undefined ? registry : registry.childOf(resource);
    return environmentJson({ ...read, parameters }, child.toJson());
  });
}

function registryOf({ resourceRegistry }: Environment, faults: Faults): Registry {
  return Registry.load(resourceRegistry, { placeOf: (key) => ENVIRONMENT.at(key), faults });
}

function probing(probe: (faults: Faults) => ExactJson): ProbedEnvironment {
  const faults = new Faults();
  const value = probe(faults);
  return faults.none ? { ok: true, value } : { ok: false, details: faults.list().map(({ detail }) => detail) };
}

import type { ResourceSchema, TypeCatalogue } from '#template';
import { ResourceFailure } from './resource-failure';
import type { ResourceType } from './resource-type';
import { retrying } from './retrying';
import { checked } from './step-answer';

/** The resource types that this process knows; the same for its whole life. */
export interface TypeRegistry extends TypeCatalogue {
  /** Throws ResourceFailure where the type is not known here: a stored resource may be older than the configuration. */
  get(type: string): ResourceType;
}

/**
 * Types come out of it retrying what is retryable. Names are sorted. Two types of one name are a fault of whoever starts the process.
 */
export function createTypeRegistry(types: readonly ResourceType[]): TypeRegistry {
  const byName = new Map<string, ResourceType>();
  for (const type of types) {
    const name = type.schema.type;
    if (byName.has(name)) throw new Error(`resource type ${name} is defined twice`);
    byName.set(name, retrying(checked(type)));
  }
  const names = [...byName.keys()].sort();
  return {
    names: () => names,
    find: (name: string): ResourceSchema | undefined => byName.get(name)?.schema,
    get: (name) => byName.get(name) ?? unknownType(name),
  };
}

function unknownType(name: string): never {
  throw new ResourceFailure(
    `resource type ${name} is not known to this engine; name its module in KILN_RESOURCE_TYPE_MODULES`,
  );
}

import type { ResourceSchema, TypeCatalogue } from '#template';
import { ResourceFailure } from './resource-failure';
import type { ResourceType } from './resource-type';
import { retrying } from './retrying';
import { checked } from './step-answer';

/** The resource types that this process knows, also those that it cannot make; the same for its whole life. */
export interface TypeRegistry extends TypeCatalogue {
  /** Throws ResourceFailure where nothing makes the type here: a stored resource may be older than the configuration. */
  get(type: string): ResourceType;
}

/** No types but those that there is code for. */
const NO_OTHERS: TypeCatalogue = { find: () => undefined, names: () => [] };

/**
 * Types come out of it retrying what is retryable. Names are sorted. Two types of one name are a fault of whoever starts
 * the process. `known` are types that templates may name though nothing makes them; one that there is code for counts.
 */
export function createTypeRegistry(types: readonly ResourceType[], known = NO_OTHERS): TypeRegistry {
  const byName = new Map<string, ResourceType>();
  for (const type of types) {
    const name = type.schema.type;
    if (byName.has(name)) throw new Error(`resource type ${name} is defined twice`);
    byName.set(name, retrying(checked(type)));
  }
  const names = [...new Set([...byName.keys(), ...known.names()])].sort();
  return {
    names: () => names,
    find: (name: string): ResourceSchema | undefined => byName.get(name)?.schema ?? known.find(name),
    get: (name) => byName.get(name) ?? cannotMake(name),
  };
}

function cannotMake(name: string): never {
  throw new ResourceFailure(
    `resource type ${name} cannot be made by this engine; name its module in KILN_RESOURCE_TYPE_MODULES`,
  );
}

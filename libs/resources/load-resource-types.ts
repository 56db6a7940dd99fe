import { createRequire } from 'node:module';
import { builtInTypes } from './built-in-types';
import { heatTypes } from './catalogue/heat-types';
import { withAliases } from './catalogue/type-aliases';
import type { ResourceType } from './resource-type';
import { createTypeRegistry } from './type-registry';
import type { TypeRegistry } from './type-registry';

/**
 * The built-in types and those that the modules export as `resourceTypes`, and Heat's types, which are known though
 * nothing makes them. A module is an absolute path or a package installed beside Kiln; it runs with the process's
 * rights, so only the operator names one. Rejects with what is wrong with a module, naming it.
 */
export async function loadResourceTypes(modules: readonly string[]): Promise<TypeRegistry> {
  const loaded = await Promise.all(modules.map(loadModule));
  return withAliases(createTypeRegistry([...builtInTypes, ...loaded.flat()], heatTypes));
}

async function loadModule(module: string): Promise<ResourceType[]> {
  const exported = await requireModule(module);
  const types = (exported as { resourceTypes?: unknown } | null)?.resourceTypes;
  if (!Array.isArray(types)) throw new Error(`${module} exports no array \`resourceTypes\``);
  types.forEach((type: unknown, index) => {
    if (!isResourceType(type)) {
      throw new Error(`${module}: resourceTypes[${index}] needs \`schema\`, \`create\` and \`delete\``);
    }
  });
  return types as ResourceType[];
}

// Node's `require` loads ES modules too.
function requireModule(module: string): Promise<unknown> {
  try {
    return Promise.resolve(createRequire(__filename)(module));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${module} cannot be loaded: ${reason}`, { cause });
  }
}

function isResourceType(value: unknown): value is ResourceType {
  if (typeof value !== 'object' || value === null) return false;
  const type = value as Partial<ResourceType>;
  return (
    typeof type.create === 'function' && typeof type.delete === 'function' && typeof type.schema?.type === 'string'
  );
}

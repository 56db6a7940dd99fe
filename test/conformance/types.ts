import { builtInTypes, createTypeRegistry, heatTypes } from '#resources';
import type { TypeCatalogue } from '#template';

/** The types of Kiln by the names that a Heat without any mapping of its operator's has for them. */
const KNOWN: TypeCatalogue = createTypeRegistry(builtInTypes, heatTypes);

/** Those, and further types by name that take anything. */
export function typesWith(typesAsNone: readonly string[] = []): TypeCatalogue {
  const none = KNOWN.find('OS::Heat::None');
  if (none === undefined || typesAsNone.length === 0) return KNOWN;
  return {
    find: (type) => (typesAsNone.includes(type) ? { ...none, type } : KNOWN.find(type)),
    names: () => [...KNOWN.names(), ...typesAsNone],
  };
}

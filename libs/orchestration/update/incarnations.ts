import type { ResourceId } from '#contracts';
import type { ExistingResource } from '../plan';

/** One row of a named resource; a replacement is a row of its own that names the one it replaces. */
export interface Incarnation extends ExistingResource {
  readonly replaces: ResourceId | null;
}

/** For each name the incarnation that counts: the one that no other replaces. */
export function currentIncarnations<T extends Incarnation>(existing: readonly T[]): Map<string, T> {
  const replaced = new Set(existing.map(({ replaces }) => replaces));
  const current = new Map<string, T>();
  for (const incarnation of existing) {
    if (!replaced.has(incarnation.id) && !current.has(incarnation.name)) current.set(incarnation.name, incarnation);
  }
  return current;
}

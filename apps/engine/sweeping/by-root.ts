import type { RootId } from '#contracts';
import type { Logger } from '#process';
import type { Effects } from '../database/root-transaction';

/**
 * Runs a sweep's transaction for all its roots together and, where that fails, for each root by itself, so that a bad
 * root holds up no other. What failed is logged, and found again by the next sweep.
 */
export async function byRoot<Item extends { root_id: RootId }>(
  items: readonly Item[],
  run: (items: readonly Item[]) => Promise<Effects>,
  log: Logger,
): Promise<Effects[]> {
  if (items.length === 0) return [];
  const all = await attempt(items, run, log);
  if (all) return [all];
  const roots = new Map<RootId, Item[]>();
  for (const item of items) roots.set(item.root_id, [...(roots.get(item.root_id) ?? []), item]);
  if (roots.size === 1) return [];
  const done: Effects[] = [];
  for (const part of roots.values()) {
    const effects = await attempt(part, run, log);
    if (effects) done.push(effects);
  }
  return done;
}

async function attempt<Item extends { root_id: RootId }>(
  items: readonly Item[],
  run: (items: readonly Item[]) => Promise<Effects>,
  log: Logger,
): Promise<Effects | undefined> {
  try {
    return await run(items);
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : 'unknown', rows: items.length }, 'a sweep failed');
    return undefined;
  }
}

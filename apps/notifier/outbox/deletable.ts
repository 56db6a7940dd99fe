/** What is known of an outbox row once it was published. */
export interface Told {
  id: number;
  rootId: string;
  confirmed: boolean;
}

/**
 * The rows that may be deleted: of each root those before its first that was not confirmed. A consumer ignores what is
 * not above the last it saw, so what comes after a notification that may be lost is kept, and told again after it.
 */
export function deletableIds(told: readonly Told[]): number[] {
  const held = new Set<string>();
  const ids: number[] = [];
  for (const { id, rootId, confirmed } of told) {
    if (!confirmed) held.add(rootId);
    else if (!held.has(rootId)) ids.push(id);
  }
  return ids;
}

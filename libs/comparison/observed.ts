import type { Action, JsonObject, Status } from '#contracts';
import type { Seen } from '#orchestration';
import type { Observation, ResourceType } from '#resources';

/** What of a resource's row says whether it is looked at. */
export interface LookedAtRow {
  /** The type that makes it, after the environment's mapping. */
  made_type: string;
  resource_action: Action;
  resource_status: Status;
  /** Somebody says that it is of no use any more. */
  marked_unhealthy: boolean;
}

/** `failed`: only what failed, before it is decided what becomes of it · `all`: whatever can be looked at. */
export type Looks = 'failed' | 'all';

/** Whether the thing itself is looked at before it is decided what becomes of it. */
export function isLookedAt(row: LookedAtRow, type: ResourceType, looks: Looks): boolean {
  // What is going to be replaced whatever it is, or was never begun, is not looked at.
  if (!canBeLookedAt(type) || row.made_type !== type.schema.type || row.marked_unhealthy) return false;
  if (row.resource_action === 'INIT' || row.resource_action === 'DELETE') return false;
  return row.resource_status === 'FAILED' || (looks === 'all' && row.resource_status === 'COMPLETE');
}

/** What touches nothing outside is always as it was made. */
export function canBeLookedAt({ check, instant }: Pick<ResourceType, 'check' | 'instant'>): boolean {
  return check !== undefined && instant !== true;
}

/** Whether it has been whole at any time: then all is known that a create tells. */
export function wasMade({ resource_action: action, resource_status: status }: LookedAtRow): boolean {
  return action !== 'CREATE' || status === 'COMPLETE';
}

/** What the thing is made of by now: what was observed, and where nothing was, what it was made with. */
export function actualProperties(made: JsonObject, observation: Observation | undefined): JsonObject {
  if (observation?.outcome !== 'found') return made;
  return withoutNulls({ ...made, ...observation.properties });
}

/** For what is observed, to be `null` and not to be there are the same. */
export function withoutNulls(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

/** What was seen, as deciding needs it. What no create has told of yet is of use only where the look tells it. */
export function seenOf(
  row: LookedAtRow,
  wanted: JsonObject,
  observation: Observation | undefined,
): { readonly seen?: Seen } {
  if (observation === undefined) return {};
  if (observation.outcome !== 'found') return { seen: { is: observation.outcome } };
  if (!wasMade(row) && observation.attributes === undefined) return {};
  const unseen = Object.keys(wanted).filter((name) => !Object.hasOwn(observation.properties, name));
  return { seen: { is: 'whole', unseen } };
}

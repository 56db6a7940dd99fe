import type { Action, Status } from '#contracts';

/** A resource as it was made, as far as deciding about it needs to know. */
export interface MadeState {
  /** Name of the type that made it. */
  readonly type: string;
  readonly action: Action;
  readonly status: Status;
}

/** How what is wanted differs from what was made. */
export interface Difference {
  /** Name of the type that is to make it. */
  readonly type: string;
  /** Names of the properties that differ; `null`: what it was made, or tried to be made, with is not known. */
  readonly properties: readonly string[] | null;
  readonly metadata: boolean;
}

/** What a resource type says about changes. */
export interface ChangeRules {
  /** Replaced by every update, though nothing of it changes. */
  readonly renewed?: boolean;
  /** Absent: the type changes nothing in place. */
  readonly updates: boolean;
  readonly isUpdateAllowed: (property: string) => boolean;
  readonly isImmutable: (property: string) => boolean;
}

/** What becomes of a resource that is there. */
export type Decision =
  | { readonly change: 'unchanged' }
  /** The make that failed is made again: it finds what it left. */
  | { readonly change: 'create' }
  | { readonly change: 'update'; readonly properties: readonly string[] }
  | { readonly change: 'replace'; readonly properties: readonly string[] }
  /** The properties may never change. */
  | { readonly change: 'refused'; readonly properties: readonly string[] };

/**
 * Decides what an update does to a resource. The same function decides when the update is planned and, where not all
 * was known then, when the resource's turn comes. No step runs on the resource.
 */
export function decideChange(made: MadeState, wanted: Difference, rules: ChangeRules): Decision {
  // Of what was never begun nothing is there.
  if (made.action === 'INIT') return { change: 'create' };
  const properties = wanted.properties ?? [];
  if (wanted.type !== made.type || made.action === 'DELETE') return { change: 'replace', properties };
  const frozen = properties.filter(rules.isImmutable);
  if (frozen.length > 0) return { change: 'refused', properties: frozen };
  // What was tried to be made with other properties, or with nobody knows which, may be there as it was tried.
  if (wanted.properties === null) return { change: 'replace', properties };
  if (made.status === 'COMPLETE') return changeOfWhole(wanted, properties, rules);
  if (made.action !== 'CREATE') return inPlace(properties, rules);
  return properties.length === 0 ? { change: 'create' } : { change: 'replace', properties };
}

function changeOfWhole({ metadata }: Difference, properties: readonly string[], rules: ChangeRules): Decision {
  if (rules.renewed) return { change: 'replace', properties };
  return properties.length === 0 && !metadata ? { change: 'unchanged' } : inPlace(properties, rules);
}

function inPlace(properties: readonly string[], { updates, isUpdateAllowed }: ChangeRules): Decision {
  const isPossible = properties.every((name) => updates && isUpdateAllowed(name));
  return { change: isPossible ? 'update' : 'replace', properties };
}

import type { Action, Status } from '#contracts';

/** A resource as it was made, as far as deciding about it needs to know. */
export interface MadeState {
  /** Name of the type that made it. */
  readonly type: string;
  readonly action: Action;
  readonly status: Status;
  /** Somebody marked it as unhealthy: whatever it is, another one takes its place. */
  readonly isMarked?: boolean;
  /** Absent: nobody looked. */
  readonly seen?: Seen;
}

/** What a look at the thing itself showed. */
export type Seen =
  /** It is there and whole; the difference is to what was seen. */
  { readonly is: 'whole'; readonly unseen: readonly string[] } | { readonly is: 'broken' | 'gone' };

/** How what is wanted differs from what is there. */
export interface Difference {
  /** Name of the type that is to make it. */
  readonly type: string;
  /** Names of the properties that differ; `null`: what it was made, or tried to be made, with is not known. */
  readonly properties: readonly string[] | null;
  /** Those of which the template asks for a change, where others may have changed by themselves. Absent: the same. */
  readonly asked?: readonly string[];
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
  const frozen = (wanted.asked ?? properties).filter(rules.isImmutable);
  return frozen.length > 0 ? { change: 'refused', properties: frozen } : decideAllowed(made, wanted, rules);
}

function decideAllowed(made: MadeState, wanted: Difference, rules: ChangeRules): Decision {
  const properties = wanted.properties ?? [];
  // What was tried to be made with other properties, or with nobody knows which, may be there as it was tried.
  if (wanted.properties === null || isLost(made)) return { change: 'replace', properties };
  if (isWhole(made, rules)) return changeOfWhole(wanted, properties, rules);
  if (isMade(made)) return inPlace(properties, rules);
  return properties.length === 0 ? { change: 'create' } : { change: 'replace', properties };
}

/** Whether nothing but another one helps. What a failed create did not leave behind is made again by the same one. */
function isLost({ isMarked = false, seen, ...made }: MadeState): boolean {
  return isMarked || seen?.is === 'broken' || (seen?.is === 'gone' && isMade(made));
}

function isMade({ action, status }: Pick<MadeState, 'action' | 'status'>): boolean {
  return action !== 'CREATE' || status === 'COMPLETE';
}

/** Whether it is known to be as it is said to be. */
function isWhole({ action, status, seen }: MadeState, rules: ChangeRules): boolean {
  if (status === 'COMPLETE') return true;
  if (seen?.is !== 'whole') return false;
  // A change that failed may have changed what can't be seen.
  return action !== 'UPDATE' || !(rules.updates && seen.unseen.some(rules.isUpdateAllowed));
}

function changeOfWhole({ metadata }: Difference, properties: readonly string[], rules: ChangeRules): Decision {
  if (rules.renewed) return { change: 'replace', properties };
  return properties.length === 0 && !metadata ? { change: 'unchanged' } : inPlace(properties, rules);
}

/** What may never change has changed by itself, if at all. */
function inPlace(properties: readonly string[], { updates, isUpdateAllowed, isImmutable }: ChangeRules): Decision {
  const isPossible = properties.every((name) => updates && isUpdateAllowed(name) && !isImmutable(name));
  return { change: isPossible ? 'update' : 'replace', properties };
}

import type { DriftedProperty, NodeId, ResourceId, RootId } from '#contracts';
import type { ClaimedNode } from '../work/claimed-node';

/**
 * What a worker wants committed. Each names one node and the root to lock for it; a change whose node has another
 * token by then, or is gone, is dropped without a trace.
 */
export type Change =
  /** The node was seen published; claim it, and hand it to this engine's worker after the commit. */
  | { readonly kind: 'claim'; readonly rootId: RootId; readonly nodeId: NodeId }
  /** There is no room for the node here: it is ready again. */
  | { readonly kind: 'put-back'; readonly rootId: RootId; readonly nodeId: NodeId }
  /** The step goes on in this engine; what it stored so far must not be lost. */
  | StepChange<'keep', { readonly sealedState: Buffer; readonly physicalId: string | null }>
  /** The step goes on later, in whichever engine. */
  | StepChange<'park', { readonly sealedState: Buffer; readonly physicalId: string | null; readonly wait: Wait }>
  /** What is to be done with the resource is decided: that is the intent, and the step goes on in this engine. */
  | StepChange<'begin', Beginning>
  | StepChange<'done', StepResult>
  | StepChange<'failed', Failure>;

/** Sealed values are null where there is nothing to keep. */
interface Failure {
  readonly reason: string;
  readonly physicalId: string | null;
  /** What it was tried to be made with, where it was. */
  readonly properties?: Buffer | null;
  /** Where the thing itself was looked at, and is not what it should be. */
  readonly drift?: readonly DriftedProperty[];
  /** Nothing was done with the resource: it stays what it was. */
  readonly untouched?: true;
}

export interface Beginning {
  readonly task: 'create' | 'update';
  /** Id of the new incarnation, where the resource is replaced by one. */
  readonly replacement: ResourceId | null;
  /** Name of the type that makes it. */
  readonly madeType: string;
  /** Whether it is told that the step is in progress: not of what is done in a moment. */
  readonly tells: boolean;
  readonly drift?: Drift;
  /** What was seen of what is changed in place. */
  readonly seen?: SeenThing;
}

/** How a thing is not what it should be. The reason is for people. */
export interface Drift {
  readonly reason: string;
  /** None where it is gone, or broken. */
  readonly properties: readonly DriftedProperty[];
}

/** What a look at a thing told, sealed; null: nothing, and what is stored stays. */
interface SeenThing {
  readonly physicalId: string | null;
  readonly properties: Buffer;
  readonly attributes: Buffer | null;
}

export interface Wait {
  /** `null`: until the step's deadline. */
  readonly ms: number | null;
  /** Whether the step's deadline is put off: by the wait; or, where signals end it, to its end. */
  readonly deliberate: boolean;
  /** A signal ends it; so does one that came since those were read which the step was told. */
  readonly signals?: SignalWait;
}

export interface SignalWait {
  /** The resource that they are for. */
  readonly of: ResourceId;
  /** Number of the last one that the step was told; 0: none. */
  readonly seen: number;
}

export interface StepResult {
  readonly physicalId: string | null;
  /** Sealed; null where there is nothing to keep. */
  readonly attributes: Buffer | null;
  readonly properties: Buffer | null;
  readonly metadata: Buffer | null;
  /** Names of what it depends on from now on; absent: that stays. */
  readonly requires?: readonly string[];
  /** Digest of the token that it takes signals with from now on. */
  readonly signalDigest?: Buffer;
  /** The resource whose signals go with the one that is removed. */
  readonly forgets?: ResourceId;
  /** Nothing was done with the resource. */
  readonly needless?: true;
}

type StepChange<Kind extends string, Rest> = {
  readonly kind: Kind;
  readonly rootId: RootId;
  readonly node: ClaimedNode;
} & Rest;

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** Sorts changes by kind. */
export function changesOf<Kind extends Change['kind']>(changes: readonly Change[], kind: Kind): ChangeOf<Kind>[] {
  return changes.filter((change): change is ChangeOf<Kind> => change.kind === kind);
}

import type { Json, JsonObject } from '#contracts';
import type { ResourceSchema } from '#template';
import type { Providers } from './providers';
import type { ReadSignal, Signal } from './signal';

/**
 * The code that knows how to make and remove one kind of thing.
 *
 * A step may be run again from the same `state` at any time, by another process, also while the first one still
 * runs: a worker died, or its commit was lost. So `create` finds what an earlier run made (by `step.key`, or by
 * name and owner mark) and `delete` of what is gone is well. A step makes few and short calls, each under 8 s,
 * and never sleeps: it answers *again*. It throws `ResourceFailure` where it cannot go on.
 */
export interface ResourceType {
  readonly schema: ResourceSchema;
  /**
   * Touches nothing outside and never answers *again*: needs no stored intent, so that claim and result may be
   * one commit.
   */
  readonly instant?: true;
  create(step: Step): Promise<StepAnswer>;
  /**
   * Changes in place what differs between `previous` and `properties`, all of which the schema allows to be updated. The
   * answer's attributes take the place of those that there were. Absent: nothing of the type is changed in place.
   */
  update?(step: UpdateStep): Promise<StepAnswer>;
  /** Whether a change that the schema allows in place needs a new resource all the same. */
  mustReplace?(change: PropertyChange): boolean;
  /**
   * Looks at what the thing really is, and changes nothing. `step.properties` are those that it was made with. Also called
   * after a create or an update that failed; then `physicalId` may be `null`, and the thing is sought by its key or name.
   * Throws where it can't be told: a server that does not answer is no sign that the thing is gone. Absent: there is
   * nothing outside to look at, and it is always as it was made. Instant types are never asked.
   */
  check?(step: Step): Promise<CheckAnswer>;
  /** Also called after a create that failed or whose outcome is not known; then `physicalId` may be `null`. */
  delete(step: Step): Promise<StepAnswer>;
  /** What `get_resource` answers; absent: the physical id, or the name where there is none. */
  referenceId?(resource: MadeResource): string;
  /** Reads what signals say; absent: the type takes none. */
  readonly readSignal?: ReadSignal;
  /**
   * Whose signals a step reads, and *wait* waits for, and which go with the resource when it is deleted: the id of a
   * resource of the same stack, or the URL at which it is signalled. Absent: its own.
   */
  signalsFrom?(properties: JsonObject): string;
  /** Replaced by every update of its stack, though nothing of it changes. */
  readonly renewed?: true;
}

/** All that a type may know when it takes a step. */
export interface Step {
  /** UUID of this incarnation; another one after a replacement. */
  readonly resourceId: string;
  readonly resourceName: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly project: string;
  /** Final values, defaults filled in. On delete: those it was made with, or `{}` where it never came that far. */
  readonly properties: JsonObject;
  /** What an earlier answer told; stays with the resource from one operation to the next. */
  readonly physicalId: string | null;
  /** What the previous answer of this very step told; `null` at its first call. */
  readonly state: Json;
  /** Fires at the step's deadline; calls to the outside end with it. */
  readonly signal: AbortSignal;
  readonly now: Date;
  /** `kiln-<resource id>`: the idempotency key of every request that makes something. */
  readonly key: string;
  readonly providers: Providers;
  /** Signals that have come, in that order; `undefined`: there is no such resource, or it takes none. */
  readonly signals?: readonly Signal[] | undefined;
}

/** What a change in place knows besides. */
export interface UpdateStep extends Step {
  /** The properties that it was made with, or last changed to. */
  readonly previous: JsonObject;
}

export interface PropertyChange {
  readonly previous: JsonObject;
  readonly properties: JsonObject;
}

export type StepAnswer =
  /** An attribute that the schema has and the answer leaves out is `null`. */
  | {
      readonly outcome: 'done';
      readonly physicalId: string | null;
      readonly attributes: JsonObject;
      /** What the URL ends with at which the resource takes signals from now on; only a digest of it is kept. */
      readonly signalToken?: string;
    }
  | AgainAnswer
  | WaitAnswer;

/**
 * Parked until a signal comes, or `atMostMs` have passed: then the step is called again. That wait is what the resource is
 * for: the step's deadline is put off to its end. Absent: until the deadline, which fails it.
 */
export interface WaitAnswer {
  readonly outcome: 'wait';
  readonly state: Json;
  readonly atMostMs?: number;
}

/** `state` and, where given, `physicalId` are committed before the step is called again. `afterMs` is the least wait. */
export interface AgainAnswer {
  readonly outcome: 'again';
  readonly afterMs: number;
  readonly state: Json;
  readonly physicalId?: string;
  /** The wait is what the resource is for, not somebody's slowness: the step's deadline is put off by it if it takes a second or more. */
  readonly deliberate?: boolean;
}

export type CheckAnswer = AgainAnswer | Observation;

/** What a thing turned out to be. */
export type Observation =
  /** It is there, and works; whether it is as it should be, the engine compares. */
  | FoundThing
  /** It is there, and of no use to anybody: nothing but another one helps. The reason is for people. */
  | { readonly outcome: 'broken'; readonly reason: string }
  /** It is not there, or what bears its name is somebody else's. */
  | { readonly outcome: 'gone' };

export interface FoundThing {
  readonly outcome: 'found';
  /**
   * Those of the schema's properties that can be observed, as a template would have to say them: values that mean the
   * same as what `step.properties` says are answered as they stand there. `null`: it has none. What is left out can't be
   * observed, and counts as being as it was made.
   */
  readonly properties: JsonObject;
  /** All of them, where they can be told, as `create` answers them: what only comes to be known by a create is lost with one that failed. */
  readonly attributes?: JsonObject;
  /** Where it can be told. */
  readonly physicalId?: string;
}

/** What is stored of a resource once it is made. */
export interface MadeResource {
  readonly resourceName: string;
  readonly physicalId: string | null;
  readonly attributes: JsonObject;
}

/** What `get_resource` answers for a resource of this type. */
export function referenceIdOf(type: ResourceType, resource: MadeResource): string {
  return type.referenceId?.(resource) ?? resource.physicalId ?? resource.resourceName;
}

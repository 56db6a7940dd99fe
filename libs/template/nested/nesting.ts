import type { Place } from '../diagnostics/place';
import type { Value } from '../values';

/** A step down from a stack to one that is nested in it. */
export interface Descent {
  /** The template that the nested stack is made of; `null`: it is what a group makes of its members. */
  readonly template: string | null;
  /**
   * Whether it is taken whatever the values: the resource has no condition, and its type is the template's
   * name, which means the same everywhere. A group may be empty.
   */
  readonly isCertain: boolean;
}

/** A resource as a group defines it. */
export interface MemberDefinition {
  readonly name: string;
  readonly place: Place;
  readonly definition: Value;
  /** Whether its values may stand in diagnostics. */
  readonly reveals: boolean;
}

import type { Place } from '../diagnostics/place';
import type { ExactJson, ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import type { ParentResource } from '../parent-resource';
import type { Unknown, Value } from '../values';

/**
 * A value of a template, parsed once: checks, the search for dependencies and resolution all walk it.
 * What has no function in it, however large, is one literal and is never looked into again.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: ExactJson }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly place: Place }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Expression])[]; readonly place: Place }
  | { readonly kind: 'call'; readonly name: string; readonly call: FunctionCall }
  /** To be left out of its list or map; nothing where it stands by itself. */
  | { readonly kind: 'omitted' };

export const OMITTED: Expression = { kind: 'omitted' };

/** A function of the language with its arguments, as it stands at one place of a template. */
export interface FunctionCall {
  /** Everything inside it that may be evaluated. */
  readonly operands: readonly Expression[];
  /** What can be wrong before anything is resolved, beyond what is wrong with the operands. */
  check?(scope: Evaluation): void;
  /** Never throws: what is wrong is reported, and the answer is then as good as not known. */
  evaluate(scope: Evaluation): Value;
  /** The resource that it speaks of itself, if it does; not those of its operands. */
  resource?(scope: Evaluation): string | undefined;
  /** What is wrong with that resource as a dependency, where the check has not said so. */
  checkReference?(scope: Evaluation): void;
  /** `false`: its value may be secret and must not stand in diagnostics. */
  reveals?(scope: Evaluation): boolean;
}

/** What functions ask of the world in which they are evaluated. */
export interface Evaluation {
  readonly limits: TemplateLimits;
  /** `undefined`: there is none of that name. */
  parameter(name: string): Value | undefined;
  parameterNames(): Iterable<string>;
  isHidden(parameter: string): boolean;
  /** The truth of a condition of the template; `undefined`: there is none of that name. */
  condition(name: string): boolean | Unknown | undefined;
  conditionNames(): Iterable<string>;
  file(name: string): string | undefined;
  fileNames(): Iterable<string>;
  /** The section of mappings. */
  readonly mappings: ExactObject;
  readonly availabilityZones: readonly string[];
  /** The resource whose template this is; `undefined` outside of nested stacks. */
  readonly parentResource: ParentResource | undefined;
  /** Whether the stack has the resource; those whose condition is false are not there. */
  hasResource(name: string): boolean;
  resourceNames(): Iterable<string>;
  /** Whether the template has the resource, also where its condition is false. */
  declaresResource(name: string): boolean;
  /** Attributes by which the resource's type may be asked; `undefined`: by any. */
  attributeNames(resource: string): readonly string[] | undefined;
  /** Whether it also has the attributes `resource.<name>`, of the resources that it is made of. */
  hasInnerAttributes(resource: string): boolean;
  reference(resource: string): string | Unknown;
  attribute(resource: string, name: string): Value;
  report(place: Place, detail: string | (() => string)): Unknown;
}

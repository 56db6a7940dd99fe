import type { ExactJson } from '../json';
import type { ExactNumber } from '../numbers/written-number';

/** Inclusive bounds; either may be left out. */
export interface Bounds {
  readonly min?: ExactNumber;
  readonly max?: ExactNumber;
}

/**
 * A rule for the value of a parameter or property, written as HOT writes it
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#parameter-constraints).
 * `description` is what the author wants the user to read when the rule is broken.
 */
export type Constraint = { readonly description?: string } & (
  | { readonly length: Bounds }
  | { readonly range: Bounds }
  | { readonly modulo: { readonly step: ExactNumber; readonly offset: ExactNumber } }
  | { readonly allowed_values: readonly ExactJson[] }
  | { readonly allowed_pattern: string }
  | { readonly custom_constraint: string }
);

/** Which kind of rule a constraint is; the key that it is written under. */
export type ConstraintKind = 'length' | 'range' | 'modulo' | 'allowed_values' | 'allowed_pattern' | 'custom_constraint';

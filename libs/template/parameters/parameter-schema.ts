import type { Place } from '../diagnostics/place';
import type { ExactJson } from '../json';
import type { Constraint, ConstraintKind } from '../schema/constraint';
import type { ParameterType } from '../stack';

/** A parameter as the template declares it. */
export interface ParameterSchema {
  readonly name: string;
  readonly type: ParameterType;
  readonly label: string;
  readonly description: string;
  /** Neither converted nor checked; `null` is none. */
  readonly default: ExactJson;
  readonly hidden: boolean;
  readonly immutable: boolean;
  readonly tags: readonly string[];
  readonly constraints: readonly Constraint[];
  readonly places: ParameterPlaces;
}

/** Where what may be wrong with a parameter is written. */
interface ParameterPlaces {
  readonly default: Place;
  /** In the order of the constraints. */
  readonly constraints: readonly Place[];
}

export const PARAMETER_TYPES: readonly ParameterType[] = [
  'string',
  'number',
  'comma_delimited_list',
  'json',
  'boolean',
];

/** Which rules make sense for which type; custom ones are code, which judges for itself. */
export const CONSTRAINTS_OF_TYPE: Readonly<Record<ParameterType, readonly ConstraintKind[]>> = {
  string: ['length', 'allowed_values', 'allowed_pattern', 'custom_constraint'],
  number: ['range', 'modulo', 'allowed_values', 'custom_constraint'],
  boolean: ['allowed_values', 'custom_constraint'],
  comma_delimited_list: ['length', 'allowed_values', 'custom_constraint'],
  json: ['length'],
};

import type { Place } from '../diagnostics/place';
import type { ExactJson, ExactObject } from '../json';

/** An environment whose sections have the right form, with where each thing in them was written. */
export interface Environment {
  readonly parameters: ExactObject;
  readonly parameterDefaults: ExactObject;
  readonly resourceRegistry: ExactObject;
  readonly eventSinks: readonly ExactJson[];
  readonly encryptedParameters: readonly ExactJson[];
  /** The place of the value of a parameter or default, for diagnostics. */
  readonly places: ReadonlyMap<string, Place>;
  /** The place of an entry of the registry. */
  readonly registryPlaces: ReadonlyMap<string, Place>;
}

/** One of several environments that are joined to one. */
export interface EnvironmentFile extends Environment {
  readonly place: Place;
  /** How values of this file are joined with those of earlier ones: by the name of the parameter, or `default`. */
  readonly strategies: ExactObject;
}

export const SECTION_NAMES = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'event_sinks',
  'encrypted_param_names',
  'parameter_merge_strategies',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** The environment with every section, and its registry as it is given. */
export function environmentJson(environment: Environment, registry: ExactObject): ExactObject {
  return {
    parameters: environment.parameters,
    parameter_defaults: environment.parameterDefaults,
    resource_registry: registry,
    event_sinks: [...environment.eventSinks],
    encrypted_param_names: [...environment.encryptedParameters],
  };
}

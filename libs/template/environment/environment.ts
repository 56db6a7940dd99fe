import type { Json, JsonObject } from '#contracts';
import type { Place } from '../diagnostics/place';

/** An environment whose sections have the right form, with where each thing in them was written. */
export interface Environment {
  readonly parameters: JsonObject;
  readonly parameterDefaults: JsonObject;
  readonly resourceRegistry: JsonObject;
  readonly eventSinks: readonly Json[];
  readonly encryptedParameters: readonly Json[];
  /** The place of the value of a parameter or default, for diagnostics. */
  readonly places: ReadonlyMap<string, Place>;
  /** The place of an entry of the registry. */
  readonly registryPlaces: ReadonlyMap<string, Place>;
}

/** One of several environments that are joined to one. */
export interface EnvironmentFile extends Environment {
  readonly place: Place;
  /** How values of this file are joined with those of earlier ones: by the name of the parameter, or `default`. */
  readonly strategies: JsonObject;
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
export function environmentJson(environment: Environment, registry: JsonObject): JsonObject {
  return {
    parameters: environment.parameters,
    parameter_defaults: environment.parameterDefaults,
    resource_registry: registry,
    event_sinks: [...environment.eventSinks],
    encrypted_param_names: [...environment.encryptedParameters],
  };
}

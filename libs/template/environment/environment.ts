import type { Json, JsonObject } from '#contracts';
import type { Place } from '../diagnostics/place';

/** An environment whose sections have the right form, with where each section was written. */
export interface Environment {
  readonly parameters: JsonObject;
  readonly parameterDefaults: JsonObject;
  readonly resourceRegistry: JsonObject;
  readonly eventSinks: readonly Json[];
  readonly encryptedParameters: readonly Json[];
  /** The place of the value of a parameter or default, for diagnostics. */
  readonly places: ReadonlyMap<string, Place>;
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

export const NO_ENVIRONMENT: Environment = {
  parameters: {},
  parameterDefaults: {},
  resourceRegistry: {},
  eventSinks: [],
  encryptedParameters: [],
  places: new Map(),
};

/** The environment as Heat gives it back, with every section. */
export function environmentJson(environment: Environment): JsonObject {
  return {
    parameters: environment.parameters,
    parameter_defaults: environment.parameterDefaults,
    resource_registry: { resources: {}, ...environment.resourceRegistry },
    event_sinks: [...environment.eventSinks],
    encrypted_param_names: [...environment.encryptedParameters],
  };
}

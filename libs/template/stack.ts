import type { Json } from '#contracts';
import type { Place } from './diagnostics/place';
import type { Expression } from './expressions/expression';
import type { Hook, RestrictedAction } from './environment/resource-settings';
import type { ExactJson, ExactObject } from './json';
import type { TemplateLimits } from './limits';
import type { DeletionPolicy, ParentResource } from './parent-resource';
import type { Constraint } from './schema/constraint';
import type { ResourceSchema } from './schema/resource-schema';
import type { Unknown, Value } from './values';
import type { TemplateKeys } from './versions/template-keys';

export type ParameterType = 'string' | 'number' | 'comma_delimited_list' | 'json' | 'boolean';

/** A parameter of the template with the value that this stack has for it. */
export interface PreparedParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** The name where the template gives no label. */
  readonly label: string;
  readonly description: string;
  /** As written in the template, or in the environment's `parameter_defaults`, which are stronger. */
  readonly default?: ExactJson;
  /** Its value must never be shown: see `shownParameters` and `hiddenValues`. */
  readonly hidden: boolean;
  /** A change on update is an error. */
  readonly immutable: boolean;
  readonly tags: readonly string[];
  readonly constraints: readonly Constraint[];
  /** Converted to the parameter's type; absent where the user gave none and there is no default. */
  readonly value?: ExactJson;
}

export interface ParameterGroup {
  readonly label: string;
  readonly description: string;
  readonly parameters: readonly string[];
}

export interface PreparedResource {
  readonly name: string;
  /** As the template writes it. */
  readonly type: string;
  /** Of the type that the environment's registry maps it to, which is the one to be made. */
  readonly schema: ResourceSchema;
  readonly description: string;
  /** Resources that must be there first: `depends_on`, every reference, and what the type needs; sorted, each once. */
  readonly dependencies: readonly string[];
  /** Those of them that the template does not name: the type needs them by itself. Sorted, each once. */
  readonly implicitDependencies: readonly string[];
  /** Those of them that properties or metadata refer to; sorted, each once. */
  readonly references: readonly string[];
  readonly deletionPolicy: DeletionPolicy;
  readonly updatePolicy: Expression;
  readonly metadata: Expression;
  readonly properties: Expression;
  /** Where the work on it is to stop until somebody lets it go on. */
  readonly hooks: readonly Hook[];
  /** What an update may not do to it. */
  readonly restrictedActions: readonly RestrictedAction[];
  /**
   * The stack that it is made of: of the template that stands for it, or of a member of a group as the
   * first one would be. Values that rest on what is made later are not known in it.
   */
  readonly nested?: PreparedStack;
  /** The id of something that exists, which is adopted and never changed or deleted. */
  readonly externalId?: Expression;
}

export interface PreparedOutput {
  readonly name: string;
  readonly description: string;
  readonly value: Expression;
  /** Of the value. */
  readonly place: Place;
}

/** The conditions of a template by their truth; `UNKNOWN` where they rest on a parameter that was not given. */
export interface ConditionTruths {
  truth(name: string): boolean | Unknown | undefined;
  names(): Iterable<string>;
}

/** What functions can see of a stack, apart from its resources' values. */
export interface StackWorld {
  readonly limits: TemplateLimits;
  /** Pseudo parameters too; `UNKNOWN` where a value is missing or faulty. */
  readonly parameters: ReadonlyMap<string, Value>;
  readonly hidden: ReadonlySet<string>;
  readonly conditions: ConditionTruths;
  readonly files: ReadonlyMap<string, string>;
  readonly mappings: ExactObject;
  readonly availabilityZones: readonly string[];
  /** `undefined` outside of nested stacks. */
  readonly parentResource: ParentResource | undefined;
  /** Every resource of the template, by name. */
  readonly declaredResources: ReadonlySet<string>;
  /** Those that are to be made. */
  readonly resources: ReadonlyMap<string, { readonly schema: ResourceSchema }>;
}

/** A template that was read and checked with all that belongs to it: nothing in it can be wrong but values yet to come. */
export interface PreparedStack {
  /** The bare template as an object, to be stored and shown. */
  readonly template: ExactObject;
  /** The date of the version, e.g. `2018-08-31`, also where the template says `rocky`. */
  readonly version: string;
  /** The version's names for what a template has, which are those that places in it are told by. */
  readonly keys: TemplateKeys;
  readonly description: string;
  /** In the order of the template; pseudo parameters apart. */
  readonly parameters: ReadonlyMap<string, PreparedParameter>;
  readonly pseudoParameters: ReadonlyMap<string, string>;
  readonly parameterGroups: readonly ParameterGroup[];
  readonly conditions: ReadonlyMap<string, boolean>;
  /** In the order of the template, without those whose condition is false. */
  readonly resources: ReadonlyMap<string, PreparedResource>;
  /** In the order of the template; the value of one whose condition is false is `null`. */
  readonly outputs: ReadonlyMap<string, PreparedOutput>;
  /** As the user gets it back: files merged, sections that were not given empty. */
  readonly environment: ExactObject;
  /** What resolution needs besides; nobody else's business. */
  readonly world: StackWorld;
}

/** What resolution asks about resources of the same stack. `undefined`: not known yet. */
export interface ResolutionScope {
  /** What `get_resource` answers: as a rule the physical id, or the name. */
  reference(resource: string): string | undefined;
  /** The whole attribute; paths into it are followed by the language. */
  attribute(resource: string, name: string): ExactJson | undefined;
}

export interface ResolvedOutput {
  readonly name: string;
  readonly description: string;
  /** `null` also where it is not known yet. */
  readonly value: Json;
  /** Why there is no value, where that is a fault. */
  readonly error?: string;
}

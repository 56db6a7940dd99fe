import type { Json, JsonObject } from '#contracts';
import type { Constraint } from './constraint';

export type PropertyType = 'String' | 'Integer' | 'Number' | 'Boolean' | 'List' | 'Map' | 'Any';

/** What a property of a resource type may hold. */
export interface PropertySchema {
  readonly type: PropertyType;
  readonly description?: string;
  /** Must be given; `null` counts as given. */
  readonly required?: boolean;
  /** Filled in where the template gives nothing or `null`; without it, `null` becomes what is empty in the type. */
  readonly default?: Json;
  /** A change is made in place; without it a change replaces the resource. */
  readonly updateAllowed?: boolean;
  /** A change is refused. */
  readonly immutable?: boolean;
  /** Heat accepts the property and does nothing with it: using it is a warning. */
  readonly implemented?: boolean;
  readonly constraints?: readonly Constraint[];
  /** What each item of a `List` must be; absent: anything. */
  readonly items?: PropertySchema;
  /** A `String` also takes maps and lists, a `Map` texts and lists, a `List` texts of items with commas between them. */
  readonly allowConversion?: boolean;
  /** The entries of a `Map`, no others being allowed; absent: anything. */
  readonly entries?: Readonly<Record<string, PropertySchema>>;
}

export interface AttributeSchema {
  readonly type: PropertyType;
  readonly description?: string;
}

export interface SupportStatus {
  readonly status: 'SUPPORTED' | 'DEPRECATED' | 'HIDDEN' | 'UNSUPPORTED';
  /** The release since which the status holds. */
  readonly version?: string;
  readonly message?: string;
  readonly previousStatus?: SupportStatus;
}

/** What the language needs to know of a resource type to check a template that uses it. */
export interface ResourceSchema {
  /** The name in templates, e.g. `OS::Heat::None`. */
  readonly type: string;
  readonly description: string;
  readonly supportStatus: SupportStatus;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /** Properties of any name and kind are taken, and passed on as they are (`OS::Heat::None`). */
  readonly anyProperties?: boolean;
  /** Attributes of any name are taken. */
  readonly anyAttributes?: boolean;
  /** Attributes named `resource.<name>` are taken besides those that are listed: of the resources inside it. */
  readonly innerAttributes?: boolean;
  /** What `update_policy` may hold; absent: nothing. */
  readonly updatePolicy?: Readonly<Record<string, PropertySchema>>;
  /** The deletion policy `Snapshot` is possible. */
  readonly snapshots?: boolean;
}

/** The resource types that templates may name. Both answers must stay the same while a template is checked. */
export interface TypeCatalogue {
  find(type: string): ResourceSchema | undefined;
  names(): readonly string[];
  /** The registry of whoever runs the service, which is weaker than that of an environment: as an environment has it. */
  readonly registry?: JsonObject;
}

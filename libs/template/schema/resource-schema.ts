import type { Json, JsonObject } from '#contracts';
import type { Value } from '../values';
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
  /** `false`: the name is kept for what others have under it; giving it is a fault. */
  readonly implemented?: boolean;
  /** Where it is not plain: a property that is to go away is warned of. */
  readonly supportStatus?: SupportStatus;
  /** An older name of the property: what is given under it counts as given under this one. */
  readonly renamedFrom?: string;
  /** As Heat does for a nested template's parameters: a `Map` takes texts, and lists as JSON; a `List` takes `a,b`. */
  readonly allowConversion?: boolean;
  readonly constraints?: readonly Constraint[];
  /** What each item of a `List` must be; absent: anything. */
  readonly items?: PropertySchema;
  /** The entries of a `Map`, no others being allowed; absent: anything. */
  readonly entries?: Readonly<Record<string, PropertySchema>>;
}

export interface AttributeSchema {
  readonly type: PropertyType;
  readonly description?: string;
  readonly supportStatus?: SupportStatus;
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
  /** What `update_policy` may hold; absent: nothing. */
  readonly updatePolicy?: Readonly<Record<string, PropertySchema>>;
  /** The deletion policy `Snapshot` is possible. */
  readonly snapshots?: boolean;
  /** `false`: the type is known, so that templates are checked, but nothing makes it. */
  readonly available?: false;
  /** What is wrong with properties that are each right by themselves; asked with those that are known. */
  readonly check?: (properties: JsonObject) => readonly PropertyFault[];
  /** The resources that the type would make of its properties, each of which is checked as one of the stack's own. */
  readonly definitions?: (properties: Readonly<Record<string, Value>>) => readonly PlannedDefinition[];
  /** What a resource of the type is called in a template that is made from it; absent: the end of the type's name. */
  readonly sampleName?: string;
}

export interface PropertyFault {
  /** At which the fault is told; absent: at all of them. */
  readonly property?: string;
  /** Without any value, which may be secret. */
  readonly detail: string;
}

/** A resource that another one is to make, as far as it is known. */
export interface PlannedDefinition {
  /** Where in the properties it is written. */
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** The resource types that templates may name. Both answers must stay the same while a template is checked. */
export interface TypeCatalogue {
  find(type: string): ResourceSchema | undefined;
  names(): readonly string[];
}

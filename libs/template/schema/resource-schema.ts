import type { JsonObject } from '#contracts';
import type { ExactJson } from '../json';
import type { Constraint } from './constraint';

export type PropertyType = 'String' | 'Integer' | 'Number' | 'Boolean' | 'List' | 'Map' | 'Any';

/** What a property of a resource type may hold. */
export interface PropertySchema {
  readonly type: PropertyType;
  readonly description?: string;
  /** Must be given; `null` counts as given. */
  readonly required?: boolean;
  /** Filled in where the template gives nothing or `null`; without it, `null` becomes what is empty in the type. */
  readonly default?: ExactJson;
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
  /** Attributes named `resource.<name>` are taken besides those that are listed: of the resources inside it. */
  readonly innerAttributes?: boolean;
  /** What `update_policy` may hold; absent: nothing. */
  readonly updatePolicy?: Readonly<Record<string, PropertySchema>>;
  /** The deletion policy `Snapshot` is possible. */
  readonly snapshots?: boolean;
  /** `false`: the type is known, so that templates are checked, but nothing makes it. */
  readonly available?: false;
  /** What is wrong with properties that are each right by themselves; asked with those that are known. */
  readonly check?: (properties: JsonObject, resource: CheckedResource) => readonly PropertyFault[];
  /** What a resource of the type is called in a template that is made from it; absent: the end of the type's name. */
  readonly sampleName?: string;
}

/** What a check may ask of the resource besides its properties. */
export interface CheckedResource {
  /** Whether the property has a value, be it one that is not known yet. */
  readonly isGiven: (property: string) => boolean;
  /** Whether the resource of that name in its template is there before it. */
  readonly dependsOn: (name: string) => boolean;
}

export interface PropertyFault {
  /** At which the fault is told; absent: at all of them. */
  readonly property?: string;
  /** Without any value, which may be secret. */
  readonly detail: string;
}

/** The resource types that templates may name. Both answers must stay the same while a template is checked. */
export interface TypeCatalogue {
  find(type: string): ResourceSchema | undefined;
  names(): readonly string[];
  /** The registry of whoever runs the service, which is weaker than that of an environment: as an environment has it. */
  readonly registry?: JsonObject;
}

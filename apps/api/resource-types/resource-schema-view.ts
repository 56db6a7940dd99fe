import type { AttributeSchema, Constraint, ExactJson, PropertySchema, ResourceSchema } from '#template';
import { statusView } from './resource-type-view';
import type { SupportStatusView } from './resource-type-view';

interface PropertyView {
  /** In lower case, as Heat shows it. */
  type: string;
  description?: string;
  required: boolean;
  default?: ExactJson;
  update_allowed: boolean;
  immutable: boolean;
  constraints?: readonly Constraint[];
  /** Entries of a map; `*` for the items of a list. */
  schema?: Record<string, PropertyView>;
  /** Only where the name is kept free, and giving it is a fault. */
  implemented?: false;
  support_status?: SupportStatusView;
}

interface AttributeView {
  type: string;
  description?: string;
  support_status?: SupportStatusView;
}

interface ResourceSchemaView {
  resource_type: string;
  description: string;
  support_status: SupportStatusView;
  available: boolean;
  properties: Record<string, PropertyView>;
  attributes: Record<string, AttributeView>;
  update_policy: Record<string, PropertyView>;
}

/** All that is known of a resource type: what a template may say of it, and what it answers. */
export function resourceSchemaView(schema: ResourceSchema): ResourceSchemaView {
  return {
    resource_type: schema.type,
    description: schema.description,
    support_status: statusView(schema.supportStatus),
    available: schema.available !== false,
    properties: viewAll(schema.properties, propertyView),
    attributes: viewAll(schema.attributes, attributeView),
    update_policy: viewAll(schema.updatePolicy ?? {}, propertyView),
  };
}

function propertyView(property: PropertySchema): PropertyView {
  const parts = property.items === undefined ? property.entries : { '*': property.items };
  return {
    ...attributeView(property),
    required: property.required ?? false,
    ...(property.default === undefined ? {} : { default: property.default }),
    update_allowed: property.updateAllowed ?? false,
    immutable: property.immutable ?? false,
    ...(property.implemented === false ? { implemented: false } : {}),
    ...(property.constraints === undefined ? {} : { constraints: property.constraints }),
    ...(parts === undefined ? {} : { schema: viewAll(parts, propertyView) }),
  };
}

function attributeView({ type, description, supportStatus }: AttributeSchema): AttributeView {
  return {
    type: type.toLowerCase(),
    ...(description === undefined ? {} : { description }),
    ...(supportStatus === undefined ? {} : { support_status: statusView(supportStatus) }),
  };
}

function viewAll<T, V>(entries: Readonly<Record<string, T>>, view: (entry: T) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, view(entry)]));
}

import type { AttributeSchema, PropertySchema, ResourceSchema } from '#template';
import { AttributeDto, PropertyDto, ResourceSchemaDto } from './dto/resource-schema.dto';
import { statusView } from './resource-type-view';

/** All that is known of a resource type: what a template may say of it, and what it answers. */
export function resourceSchemaView(schema: ResourceSchema): ResourceSchemaDto {
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

function propertyView(property: PropertySchema): PropertyDto {
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

function attributeView({ type, description, supportStatus }: AttributeSchema): AttributeDto {
  return {
    type: type.toLowerCase(),
    ...(description === undefined ? {} : { description }),
    ...(supportStatus === undefined ? {} : { support_status: statusView(supportStatus) }),
  };
}

function viewAll<T, V>(entries: Readonly<Record<string, T>>, view: (entry: T) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, view(entry)]));
}

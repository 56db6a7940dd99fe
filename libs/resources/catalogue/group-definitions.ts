import type { PlannedDefinition, ResourceSchema, Value } from '#template';

type Properties = Readonly<Record<string, Value>>;

/** What the groups among Heat's types make of their properties. */
export const GROUP_DEFINITIONS: Readonly<Record<string, NonNullable<ResourceSchema['definitions']>>> = {
  'OS::Heat::ResourceGroup': ofResourceGroup,
  'OS::Heat::AutoScalingGroup': (properties) => definitionAt('resource', properties['resource']),
  'OS::Heat::ResourceChain': ofResourceChain,
};

/** All of a group are alike but for the index in their texts, of which the first stands for all; none needs to be right. */
function ofResourceGroup({ count, index_var: index, resource_def: definition }: Properties): PlannedDefinition[] {
  if (count === 0) return [];
  const first = typeof index === 'string' && index !== '' ? withIndex(definition, index) : definition;
  return definitionAt('resource_def', first);
}

function withIndex(value: Value | undefined, index: string): Value | undefined {
  if (typeof value === 'string') return value.replaceAll(index, '0');
  if (Array.isArray(value)) return value.map((item) => withIndex(item, index) ?? null);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIndex(item, index) ?? null]));
}

function definitionAt(property: string, definition: Value | undefined): PlannedDefinition[] {
  if (!isMap(definition) || typeof definition['type'] !== 'string') return [];
  const { type, properties = {} } = definition;
  return isMap(properties) ? [{ path: [property], type, properties }] : [];
}

/** A chain's resources have their types in a list, and all the same properties. */
function ofResourceChain({ resources, resource_properties: properties }: Properties): PlannedDefinition[] {
  if (!Array.isArray(resources)) return [];
  const given = isMap(properties) ? properties : {};
  return resources.flatMap((type, index) =>
    typeof type === 'string' ? [{ path: ['resources', index], type, properties: given }] : [],
  );
}

function isMap(value: Value | undefined): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { mayReveal } from '../expressions/walk';
import { objectOf, own } from '../json';
import { resourceProperties } from '../resources/resource-properties';
import type { TypedResource } from '../sections/map-types';
import { placeOf } from '../sections/read-resources';
import { isMap, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { MemberDefinition } from './nesting';

type Properties = Readonly<Record<string, Value>>;
type Member = Omit<MemberDefinition, 'reveals'>;

/** The types of Heat that are made of resources which their properties define, as Heat looks at them before it makes any. */
const GROUPS: ReadonlyMap<string, (properties: Properties, place: Place) => Member[]> = new Map([
  ['OS::Heat::ResourceGroup', resourceGroup],
  ['OS::Heat::AutoScalingGroup', autoScalingGroup],
  ['OS::Heat::ResourceChain', resourceChain],
]);

/** Resources as a group defines them; of those that are alike, the first. None where the resource is no group, or an empty one. */
export function memberDefinitions(resource: TypedResource, scope: Evaluation): MemberDefinition[] {
  const read = GROUPS.get(resource.schema.type);
  if (read === undefined) return [];
  const place = placeOf(resource, 'properties');
  const properties = resourceProperties(resource, place, scope);
  if (properties === UNKNOWN) return [];
  const reveals = mayReveal(resource.properties, scope);
  return read(properties, place).flatMap((member) => (isTypeKnown(member) ? [{ ...member, reveals }] : []));
}

/** Of one whose type is not known yet nothing can be said. */
function isTypeKnown({ definition }: Member): boolean {
  return definition !== UNKNOWN && !(isMap(definition) && own(definition, 'type') === UNKNOWN);
}

/** A count of nothing switches the group off, so that its definition may be wrong. */
function resourceGroup(properties: Properties, place: Place): Member[] {
  const definition = own(properties, 'resource_def');
  if (own(properties, 'count') === 0 || !isMap(definition)) return [];
  const name = firstName(properties);
  const index = own(properties, 'index_var');
  const { properties: inner = {}, ...others } = definition;
  const named = typeof index === 'string' ? withIndex(inner, index, name) : inner;
  return [{ name, place: place.at('resource_def'), definition: { ...others, properties: named } }];
}

/** The first number that the group is not to leave out. */
function firstName(properties: Properties): string {
  const policies = own(properties, 'removal_policies');
  const removed = new Set(
    (Array.isArray(policies) ? policies : []).flatMap((policy) => {
      const names = isMap(policy) ? own(policy, 'resource_list') : undefined;
      return Array.isArray(names) ? names.map(String) : [];
    }),
  );
  let name = 0;
  while (removed.has(String(name))) name += 1;
  return String(name);
}

/** Puts a member's name where its definition has the index variable. */
function withIndex(value: Value, variable: string, name: string): Value {
  if (typeof value === 'string') return value.replaceAll(variable, () => name);
  if (Array.isArray(value)) return value.map((item) => withIndex(item, variable, name));
  if (!isMap(value)) return value;
  return objectOf(Object.entries(value).map(([key, item]) => [key, withIndex(item, variable, name)] as const));
}

function autoScalingGroup(properties: Properties, place: Place): Member[] {
  const definition = own(properties, 'resource');
  const size = own(properties, 'desired_capacity') ?? own(properties, 'min_size');
  if (size === 0 || !isMap(definition)) return [];
  return [{ name: 'member', place: place.at('resource'), definition }];
}

/** Types in a row, all with the same properties. */
function resourceChain(properties: Properties, place: Place): Member[] {
  const types = own(properties, 'resources');
  const inner = own(properties, 'resource_properties') ?? {};
  if (!Array.isArray(types)) return [];
  return types.map((type, index) => ({
    name: String(index),
    place: place.at('resources').at(index),
    definition: { type, properties: inner },
  }));
}

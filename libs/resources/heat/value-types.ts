import type { Json } from '#contracts';
import { convertPlainly } from '#template';
import type { Converted, PropertyType } from '#template';

/** The parameter types of HOT, which are what `OS::Heat::Value` converts to, as types of a property. */
const PROPERTY_TYPES: Readonly<Record<string, PropertyType>> = {
  string: 'String',
  number: 'Number',
  comma_delimited_list: 'List',
  json: 'Map',
  boolean: 'Boolean',
};

export const VALUE_TYPES: string[] = Object.keys(PROPERTY_TYPES);

/** Converts as a property of that type is converted; without a type everything is right as it is. */
export function convertValue(value: Json, type: string | undefined): Converted<Json> {
  return convertPlainly({ type: PROPERTY_TYPES[type ?? ''] ?? 'Any' }, value);
}

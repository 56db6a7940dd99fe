import { describe, kindOf } from '../diagnostics/describe';
import { convertProperty } from '../properties/convert-property';
import type { PropertyType } from '../schema/resource-schema';
import { isKnown } from '../values';
import type { TypeRule } from './type-rule';

const TYPES: ReadonlyMap<unknown, PropertyType> = new Map([
  ['string', 'String'],
  ['number', 'Number'],
  ['comma_delimited_list', 'List'],
  ['json', 'Map'],
  ['boolean', 'Boolean'],
]);

/** `OS::Heat::Value`: the value is of the type that stands beside it. */
export const valueOfItsType: TypeRule = (context) => {
  const type = TYPES.get(context.property('type'));
  const value = context.property('value');
  if (type === undefined || value === undefined || !isKnown(value)) return;
  const converted = convertProperty({ type }, value);
  if (converted.ok) return;
  context.report('value', `expected ${converted.expected}, found ${context.reveal ? describe(value) : kindOf(value)}`);
};

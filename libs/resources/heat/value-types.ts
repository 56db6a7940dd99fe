import type { Json } from '#contracts';
import { listOf, mapOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';

/** The parameter types of HOT, which are also what `OS::Heat::Value` converts to. */
export const VALUE_TYPES: string[] = ['string', 'number', 'comma_delimited_list', 'json', 'boolean'];

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

const converters: Readonly<Record<string, (value: Json) => Json | undefined>> = {
  string: toText,
  number: toNumber,
  boolean: toBoolean,
  comma_delimited_list: listOf,
  json: mapOf,
};

/** Converts as Heat converts a property of that type; throws ResourceFailure where the value has no such form. */
export function convertValue(value: Json, type: string | undefined): Json {
  const convert = type === undefined ? undefined : converters[type];
  if (convert === undefined) return value;
  const converted = convert(value);
  if (converted === undefined) {
    throw new ResourceFailure(`property \`value\` must be of type ${String(type)}; give one, or leave \`type\` out`);
  }
  return converted;
}

// Python's words for true and false, as Heat's templates get to see them.
function toText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : undefined;
}

function toNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
}

function toBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

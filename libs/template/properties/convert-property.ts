import type { Json } from '#contracts';
import { isObject } from '../json';
import type { ExactJson } from '../json';
import { integerPart, isInteger, isNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import type { PropertySchema, PropertyType } from '../schema/resource-schema';
import { parseInteger, parseNumber } from '../text/parse-number';
import { pythonJson } from '../text/python-json';
import { pythonText } from '../text/python-repr';
import { splitList } from '../text/split-list';
import { isTruthy } from '../text/truth';
import { plainJson } from '../values';

/** A value of a property's type, or what was expected instead. Items and entries are not looked into. */
export type Converted<T = ExactJson> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

/**
 * Converts a value as Heat converts properties: numbers and booleans become texts as Python prints
 * them, texts of numbers become numbers, fractions of integers are cut off. `null` becomes the
 * default, or else what is empty in the type.
 */
export function convertProperty(schema: PropertySchema, value: ExactJson): Converted {
  const present = value ?? valueForNull(schema);
  if (present === null) return { ok: true, value: null };
  const converted =
    CONVERSIONS[schema.type](present) ?? (schema.allowConversion ? loosely(schema.type, present) : undefined);
  return converted === undefined ? { ok: false, expected: EXPECTED[schema.type] } : { ok: true, value: converted };
}

/** As `convertProperty`, for code that takes plain numbers only. */
export function convertPlainly(schema: PropertySchema, value: Json): Converted<Json> {
  const converted = convertProperty(schema, value);
  return converted.ok ? { ok: true, value: plainJson(converted.value) } : converted;
}

const EXPECTED: Readonly<Record<PropertyType, string>> = {
  String: 'a text',
  Integer: 'an integer',
  Number: 'a number',
  Boolean: '`true` or `false`',
  List: 'a list',
  Map: 'a map',
  Any: 'anything',
};

const EMPTY: Readonly<Record<PropertyType, ExactJson>> = {
  String: '',
  Integer: 0,
  Number: 0,
  Boolean: false,
  List: [],
  Map: {},
  Any: null,
};

/** What a nested template's parameters take besides: they may come as texts, and `json` also as a list. */
function loosely(type: PropertyType, value: Exclude<ExactJson, null>): ExactJson | undefined {
  if (type === 'List') return typeof value === 'string' ? splitList(value) : undefined;
  if (type !== 'Map') return undefined;
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? pythonJson(value) : undefined;
}

/** A default that is empty is what is empty in the type, whatever it is itself. */
function valueForNull({ type, default: fallback }: PropertySchema): ExactJson {
  return type === 'Any' || isTruthy(fallback) ? (fallback ?? null) : EMPTY[type];
}

/** `undefined`: the value cannot be converted. */
type Conversion = (value: Exclude<ExactJson, null>) => ExactJson | undefined;

const CONVERSIONS: Readonly<Record<PropertyType, Conversion>> = {
  String: toText,
  Integer: toInteger,
  Number: toNumber,
  Boolean: toBoolean,
  List: toList,
  Map: toMap,
  Any: (value) => value,
};

/** Floats are no texts, as Heat has it. */
function toText(value: Exclude<ExactJson, null>): string | undefined {
  if (typeof value === 'string') return value;
  const printed = typeof value === 'boolean' || (isNumber(value) && isInteger(value));
  return printed ? pythonText(value) : undefined;
}

function toInteger(value: Exclude<ExactJson, null>): ExactNumber | undefined {
  if (typeof value === 'string') return parseInteger(value);
  const number = toNumber(value);
  return number === undefined ? undefined : integerPart(number);
}

function toNumber(value: Exclude<ExactJson, null>): ExactNumber | undefined {
  if (typeof value === 'string') return parseNumber(value);
  if (typeof value === 'boolean') return Number(value);
  return isNumber(value) ? value : undefined;
}

/** Fewer words than for parameters: in any case, but no `yes` and no `1`. */
function toBoolean(value: Exclude<ExactJson, null>): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

function toList(value: Exclude<ExactJson, null>): ExactJson | undefined {
  return Array.isArray(value) ? value : undefined;
}

function toMap(value: Exclude<ExactJson, null>): ExactJson | undefined {
  return isObject(value) ? value : undefined;
}

import type { Json } from '#contracts';
import { isCollection, objectOf } from './json';
import type { ExactJson } from './json';
import { isWritten } from './numbers/written-number';
import type { ExactNumber } from './numbers/written-number';

/**
 * Stands for a value that nobody knows yet: the attribute of a resource that is not there, a
 * parameter that was not given. It flows through functions: what is made of it is not known either.
 */
export const UNKNOWN: unique symbol = Symbol('not known yet');
export type Unknown = typeof UNKNOWN;

/** A resolved value; somewhere inside it there may be things that are not known yet. */
export type Value = null | boolean | ExactNumber | string | Unknown | Value[] | { [key: string]: Value };

/** A map of values, not a list and not `null`. */
export function isMap(value: Value | undefined): value is Record<string, Value> {
  return isCollection(value) && !Array.isArray(value);
}

/** Whether nothing inside the value is unknown. */
export function isKnown(value: Value): value is ExactJson {
  if (typeof value !== 'object' || value === null) return value !== UNKNOWN;
  if (Array.isArray(value)) return value.every(isKnown);
  return isWritten(value) || Object.values(value).every(isKnown);
}

/** The value with `null` for whatever is not known. */
export function withoutUnknown(value: Value): ExactJson {
  if (value === UNKNOWN) return null;
  if (isKnown(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUnknown);
  return objectOf(Object.entries(value).map(([key, item]) => [key, withoutUnknown(item)] as const));
}

/** The value with the nearest number for each that JavaScript cannot keep; itself where there is none. */
export function plainJson(value: ExactJson): Json {
  if (isPlain(value)) return value;
  if (isWritten(value)) return value.value;
  if (Array.isArray(value)) return value.map(plainJson);
  return objectOf(Object.entries<ExactJson>(value).map(([key, item]) => [key, plainJson(item)] as const));
}

/** The value as JSON that anybody has; `undefined` where something of it is not known. */
export function knownJson(value: Value): Json | undefined {
  return isKnown(value) ? plainJson(value) : undefined;
}

/** Whether everything inside the value is known, and is JSON as anybody has it. */
export function isPlain(value: Value): value is Json {
  if (typeof value !== 'object' || value === null) return value !== UNKNOWN;
  if (Array.isArray(value)) return value.every(isPlain);
  return !isWritten(value) && Object.values(value).every(isPlain);
}

import type { Json } from '#contracts';
import { objectOf } from './json';

/**
 * Stands for a value that nobody knows yet: the attribute of a resource that is not there, a
 * parameter that was not given. It flows through functions: what is made of it is not known either.
 */
export const UNKNOWN: unique symbol = Symbol('not known yet');
export type Unknown = typeof UNKNOWN;

/** A resolved value; somewhere inside it there may be things that are not known yet. */
export type Value = null | boolean | number | string | Unknown | Value[] | { [key: string]: Value };

/** Whether nothing inside the value is unknown, so that it is plain JSON. */
export function isKnown(value: Value): value is Json {
  if (typeof value !== 'object' || value === null) return value !== UNKNOWN;
  return Array.isArray(value) ? value.every(isKnown) : Object.values(value).every(isKnown);
}

/** The value with `null` for whatever is not known. */
export function withoutUnknown(value: Value): Json {
  if (value === UNKNOWN) return null;
  if (isKnown(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUnknown);
  return objectOf(Object.entries(value).map(([key, item]) => [key, withoutUnknown(item)] as const));
}

import type { Json } from '#contracts';

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

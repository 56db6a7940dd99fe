import type { Json } from '#contracts';

/** Truth as Python has it: nothing, zero and what is empty are false, and every text with a character is true. */
export function isTruthy(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

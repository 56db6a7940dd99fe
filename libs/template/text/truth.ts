import { isObject } from '../json';
import type { ExactJson } from '../json';
import { isNumber, nearestNumber } from '../numbers/written-number';

/** Truth as Python has it: nothing, zero and what is empty are false, and every text with a character is true. */
export function isTruthy(value: ExactJson | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(isNumber(value) ? nearestNumber(value) : value);
}

import { integerPart, isNumber, nearestNumber } from '../numbers/written-number';
import type { Value } from '../values';
import { parseInteger } from './parse-number';

/** What Python's `int()` makes of a value: fractions are cut off, and texts of integers are taken. The nearest number. */
export function pythonInt(value: Value): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  const whole = typeof value === 'string' ? parseInteger(value) : isNumber(value) ? integerPart(value) : undefined;
  return whole === undefined ? undefined : nearestNumber(whole);
}

import type { ExactNumber } from '../numbers/written-number';
import { floatText } from './float-text';

/** A number as Python prints it, which is what Heat puts into texts. Plain numbers without a fraction are integers. */
export function pythonNumber(number: ExactNumber): string {
  if (typeof number !== 'number') return number.text;
  // JavaScript turns to exponents at 1e21, which Python's integers never do.
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? String(number) : floatText(number);
}

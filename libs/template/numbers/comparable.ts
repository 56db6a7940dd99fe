import type { ExactNumber } from './written-number';

/** What `===`, `<` and `>` compare as Python compares the numbers themselves: exactly, also beyond 2^53. */
export type Comparable = number | bigint;

export function comparable(number: ExactNumber): Comparable {
  if (typeof number !== 'number') return number.isFloat ? comparable(number.value) : BigInt(number.text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(number) : number;
}

/** Whether dividing leaves just that remainder, which has the sign of the divisor as in Python. These two are whole. */
export function leavesRemainder(number: ExactNumber, step: ExactNumber, remainder: ExactNumber): boolean {
  const dividend = comparable(number);
  if (typeof dividend === 'number' && !Number.isInteger(dividend)) return false;
  const [whole, by] = [BigInt(dividend), BigInt(comparable(step))];
  return ((whole % by) + by) % by === BigInt(comparable(remainder));
}

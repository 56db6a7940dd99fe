/** Negative, zero or positive; NaN where there is no order. Integers and floats compare by their exact values. */
export function compareNumbers(left: bigint | number, right: bigint | number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return left >= right ? 0 : NaN;
}

/** A finite float as a fraction of integers, which is its value exactly; the denominator is a power of two. */
export function fractionOf(value: number): readonly [numerator: bigint, denominator: bigint] {
  let [numerator, exponent] = [value, 0];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    exponent += 1;
  }
  return [BigInt(numerator), 2n ** BigInt(exponent)];
}

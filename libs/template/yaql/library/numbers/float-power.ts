import { fractionOf } from '../../values/fraction';

/** Binary places of the fixed-point numbers in between: three times as many as a float has. */
const PLACES = 160n;
const ONE = 1n << PLACES;
/** Beyond it an exponent would take the precision away, and the power is 0, 1 or too large as a rule. */
const LARGEST_EXPONENT = 2 ** 30;
const LOG_2 = 2n * inverseHyperbolicTangent(ONE / 3n);

/**
 * A float to the power of another, rounded right in all but the rarest cases. JavaScript's own differs between
 * engines, and from Python's, in the last digit of many powers.
 */
export function floatPower(base: number, exponent: number): number {
  // To Python, and not to JavaScript, 1 to any power is 1.
  if (base === 1) return 1;
  const size = Math.abs(base);
  const isOrdinary = size > 0 && Number.isFinite(size) && Math.abs(exponent) <= LARGEST_EXPONENT;
  if (!isOrdinary || (base < 0 && !Number.isInteger(exponent))) return base ** exponent;
  const [numerator, denominator] = fractionOf(exponent);
  const power = exponential((logarithm(size) * numerator) / denominator);
  return base < 0 && exponent % 2 !== 0 ? -power : power;
}

function logarithm(value: number): bigint {
  const [numerator, denominator] = fractionOf(value);
  const twos = BigInt(numerator.toString(2).length - denominator.toString(2).length);
  const fraction = (numerator << (PLACES - twos)) / denominator;
  return twos * LOG_2 + 2n * inverseHyperbolicTangent(((fraction - ONE) << PLACES) / (fraction + ONE));
}

/** `x + x³/3 + x⁵/5 + …`, which is half of a logarithm. */
function inverseHyperbolicTangent(value: bigint): bigint {
  const square = (value * value) >> PLACES;
  let sum = 0n;
  for (let [term, divisor] = [value, 1n]; term !== 0n && term !== -1n; divisor += 2n) {
    sum += term / divisor;
    term = (term * square) >> PLACES;
  }
  return sum;
}

/** The exponential as a float: that of the part without whole powers of two by `1 + x + x²/2 + …`. */
function exponential(value: bigint): number {
  const twos = value / LOG_2;
  const rest = value - twos * LOG_2;
  let sum = 0n;
  for (let [term, divisor] = [ONE, 1n]; term !== 0n; divisor += 1n) {
    sum += term;
    term = ((term * rest) >> PLACES) / divisor;
  }
  const places = Number(twos - PLACES);
  // In two steps, as neither may leave the range of floats before its time.
  const half = Math.trunc(places / 2);
  return Number(sum) * 2 ** half * 2 ** (places - half);
}

import { valueFault } from '../../fault';
import type { Meter } from '../../runtime/meter';
import { floorDivide, floorModulo } from '../../values/calendar';
import { bitLength } from '../../values/size';
import { floatPower } from './float-power';

/** An integer or a float, as in Python. */
export type Numeric = bigint | number;

/** The float nearest to a number. */
export function toFloat(value: Numeric): number {
  const float = Number(value);
  if (typeof value === 'bigint' && !Number.isFinite(float)) throw valueFault('an integer is too large for a float');
  return float;
}

/** Works on integers where both are, and on floats where not. */
export function combine(
  left: Numeric,
  right: Numeric,
  ofIntegers: (left: bigint, right: bigint) => Numeric,
  ofFloats: (left: number, right: number) => number,
): Numeric {
  if (typeof left === 'bigint' && typeof right === 'bigint') return ofIntegers(left, right);
  return ofFloats(toFloat(left), toFloat(right));
}

/** Of integers the quotient is rounded down, as with Python's `//`. */
export function divide(left: Numeric, right: Numeric): Numeric {
  refuseZero(right);
  return combine(left, right, floorDivide, (a, b) => a / b);
}

/** Has the sign of the divisor, as Python's `%`. */
export function modulo(left: Numeric, right: Numeric): Numeric {
  refuseZero(right);
  return combine(left, right, floorModulo, floatModulo);
}

function floatModulo(left: number, right: number): number {
  const rest = left % right;
  if (rest === 0) return right < 0 ? -0 : 0;
  return rest < 0 !== right < 0 ? rest + right : rest;
}

function refuseZero(divisor: Numeric): void {
  if (Number(divisor) === 0) throw valueFault('nothing can be divided by zero');
}

/** `base ** exponent`, of integers modulo a third where there is one. */
export function power(base: Numeric, exponent: Numeric, divisor: Numeric | null, meter: Meter): Numeric {
  if (divisor === null) return combine(base, exponent, (a, b) => integerPower(a, b, meter), finitePower);
  if (typeof base === 'bigint' && typeof exponent === 'bigint' && typeof divisor === 'bigint') {
    return powerModulo(base, exponent, divisor, meter);
  }
  throw valueFault('a power modulo a number wants three integers');
}

function integerPower(base: bigint, exponent: bigint, meter: Meter): Numeric {
  if (exponent < 0n) return finitePower(toFloat(base), toFloat(exponent));
  meter.checkSize((BigInt(bitLength(base) - 1) * exponent) / 8n);
  return base ** exponent;
}

function finitePower(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw valueFault('nothing can be divided by zero');
  const result = floatPower(base, exponent);
  if (Number.isFinite(result) || !Number.isFinite(base) || !Number.isFinite(exponent)) return result;
  throw valueFault(Number.isNaN(result) ? 'a root of a negative number is no number' : 'a power is too large');
}

/** By squaring, a bit of the exponent at a time. */
function powerModulo(base: bigint, exponent: bigint, divisor: bigint, meter: Meter): bigint {
  if (divisor === 0n) throw valueFault('nothing can be divided by zero');
  if (exponent < 0n) return powerModulo(inverse(floorModulo(base, divisor), divisor), -exponent, divisor, meter);
  let [result, factor, rest] = [1n, floorModulo(base, divisor), exponent];
  while (rest > 0n) {
    meter.step(1 + (bitLength(divisor) >> 4));
    if (rest % 2n === 1n) result = (result * factor) % divisor;
    factor = (factor * factor) % divisor;
    rest >>= 1n;
  }
  return floorModulo(result, divisor);
}

/** What times the value is 1 modulo the divisor, by Euclid's algorithm. */
function inverse(value: bigint, divisor: bigint): bigint {
  let [previous, current] = [divisor, value];
  let [before, now] = [0n, 1n];
  while (current !== 0n) {
    const quotient = floorDivide(previous, current);
    [previous, current] = [current, previous - quotient * current];
    [before, now] = [now, before - quotient * now];
  }
  if (previous !== 1n && previous !== -1n) throw valueFault('the base has no inverse modulo that number');
  return previous === 1n ? before : -before;
}

import { fractionOf } from '../../values/fraction';
import type { Numeric } from './arithmetic';
import { floorDivide, floorModulo } from '../../values/calendar';

/** Of a float more decimal places than these change nothing. */
const MOST_PLACES = 330n;

/** Rounds to so many decimal places, halves to the even neighbour, as Python does; a float stays one. */
export function round(value: Numeric, places: bigint): Numeric {
  if (typeof value === 'bigint') return places >= 0n ? value : roundInteger(value, places);
  if (!Number.isFinite(value) || places > MOST_PLACES) return value;
  if (places < -MOST_PLACES) return value * 0;
  const rounded = Number(`${scaled(value, Number(places))}e${-places}`);
  return rounded === 0 && value < 0 ? -0 : rounded;
}

function roundInteger(value: bigint, places: bigint): bigint {
  // Beyond the digits that it has, the unit is larger than twice the number.
  if (-places > BigInt(String(value).length)) return 0n;
  const unit = 10n ** -places;
  return divideEven(value, unit) * unit;
}

/** The whole number nearest to `value * 10 ** places`, told from the exact value of the float. */
export function scaled(value: number, places: number): bigint {
  const [numerator, denominator] = fractionOf(value);
  return places >= 0
    ? divideEven(numerator * 10n ** BigInt(places), denominator)
    : divideEven(numerator, denominator * 10n ** BigInt(-places));
}

function divideEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = floorDivide(dividend, divisor);
  const twice = 2n * floorModulo(dividend, divisor);
  const goesUp = twice === divisor ? quotient % 2n !== 0n : twice > divisor;
  return goesUp ? quotient + 1n : quotient;
}

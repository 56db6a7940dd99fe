import { MOST_DIGITS, nearestNumber } from '../../../numbers/written-number';
import { asciiDigits, parseNumber } from '../../../text/parse-number';
import { valueFault } from '../../fault';
import { kindOf } from '../../values/kinds';
import type { YaqlValue } from '../../values/value';
import { toFloat } from './arithmetic';

const INTEGER = /^[-+]?\p{Nd}+(?:_\p{Nd}+)*$/u;

/** What Python's `int()` makes of a value; of nothing it is 0, as in YAQL. */
export function toInteger(value: YaqlValue): bigint {
  switch (typeof value) {
    case 'bigint':
      return value;
    case 'boolean':
      return BigInt(value);
    case 'number':
      if (Number.isFinite(value)) return BigInt(Math.trunc(value));
      throw valueFault('infinity and NaN are no integers');
    case 'string':
      return integerOf(value);
    default:
      if (value === null) return 0n;
      throw valueFault(`${kindOf(value)} cannot be made an integer`);
  }
}

function integerOf(text: string): bigint {
  const trimmed = text.trim();
  const digits = asciiDigits(trimmed).replaceAll('_', '').replace(/^[-+]/, '');
  if (!INTEGER.test(trimmed) || digits.length > MOST_DIGITS) throw valueFault('a text is not that of an integer');
  return trimmed.startsWith('-') ? -BigInt(digits) : BigInt(digits);
}

/** What Python's `float()` makes of a value; of nothing it is 0. */
export function toNumber(value: YaqlValue): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number' || typeof value === 'bigint') return toFloat(value);
  if (typeof value !== 'string') throw valueFault(`${kindOf(value)} cannot be made a float`);
  const number = parseNumber(asciiDigits(value));
  if (number === undefined) throw valueFault('a text is not that of a number');
  return nearestNumber(number);
}

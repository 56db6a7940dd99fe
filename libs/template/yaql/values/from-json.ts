import { isCollection } from '../../json';
import type { ExactJson } from '../../json';
import { isNumber } from '../../numbers/written-number';
import type { ExactNumber } from '../../numbers/written-number';
import type { Meter } from '../runtime/meter';
import { dictionaryOf } from './build';
import { Sequence } from './value';
import type { YaqlValue } from './value';

/** From here on JavaScript writes a number with an exponent, so it was none that a template has as an integer. */
const LARGEST_INTEGER = 1e21;

/** The data of an expression as values: lists become tuples, plain numbers without a fraction integers. */
export function fromJson(json: ExactJson, meter: Meter): YaqlValue {
  if (isNumber(json)) return fromNumber(json);
  if (!isCollection(json)) return json;
  if (Array.isArray(json)) return new Sequence(json.map((item) => fromJson(item, meter)));
  return dictionaryOf(
    Object.entries(json).map(([key, value]) => [key, fromJson(value, meter)] as const),
    meter,
  );
}

function fromNumber(number: ExactNumber): YaqlValue {
  if (typeof number !== 'number') return number.isFloat ? number.value : BigInt(number.text);
  return Number.isInteger(number) && Math.abs(number) < LARGEST_INTEGER ? BigInt(number) : number;
}

import type { Json } from '#contracts';
import type { Meter } from '../runtime/meter';
import { dictionaryOf } from './build';
import { Sequence } from './value';
import type { YaqlValue } from './value';

/** From here on JavaScript writes a number with an exponent, so it was none that a template has as an integer. */
const LARGEST_INTEGER = 1e21;

/** The data of an expression as values: lists become tuples, whole numbers integers. */
export function fromJson(json: Json, meter: Meter): YaqlValue {
  if (typeof json === 'number') return fromNumber(json);
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return new Sequence(json.map((item) => fromJson(item, meter)));
  return dictionaryOf(
    Object.entries(json).map(([key, value]) => [key, fromJson(value, meter)] as const),
    meter,
  );
}

function fromNumber(number: number): YaqlValue {
  return Number.isInteger(number) && Math.abs(number) < LARGEST_INTEGER ? BigInt(number) : number;
}

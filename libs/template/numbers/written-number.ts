import { floatText } from '../text/float-text';

/** A number as it was written: plain wherever JavaScript's numbers can keep it. */
export type ExactNumber = number | WrittenNumber;

/** Python turns no longer run of digits into an integer. */
export const MOST_DIGITS = 4300;

/**
 * A number that JavaScript's cannot tell from another one: a float without a fraction (`1.0`, `-0.0`, `1e+16`), or an
 * integer beyond 2^53. To Heat, which is written in Python, these are others than `1`, and are printed as they are.
 */
export interface WrittenNumber {
  /** The nearest number of JavaScript's; the largest one for what is larger still, as JSON has nothing infinite. */
  readonly value: number;
  /** As Python prints it, which is also its JSON. */
  readonly text: string;
  readonly isFloat: boolean;
  /** The text. */
  toString(): string;
  /** JSON that is not written by `exactJsonText` has the nearest number. */
  toJSON(): number;
}

class Written implements WrittenNumber {
  constructor(
    readonly value: number,
    readonly text: string,
    readonly isFloat: boolean,
  ) {}

  toString(): string {
    return this.text;
  }

  toJSON(): number {
    return this.value;
  }
}

export function isWritten(value: unknown): value is WrittenNumber {
  return value instanceof Written;
}

/** A float of Python's. */
export function floatNumber(value: number): ExactNumber {
  return Number.isInteger(value) ? new Written(value, floatText(value), true) : value;
}

/** An integer, of decimal digits with or without a sign; `undefined` where they are more than Python reads. */
export function integerNumber(digits: string): ExactNumber | undefined {
  const value = Number(digits);
  // Adding zero makes an integer of `-0`.
  if (Number.isSafeInteger(value)) return value + 0;
  const size = digits.replace(/^[-+]?0*/, '');
  if (size.length > MOST_DIGITS) return undefined;
  const text = digits.startsWith('-') ? `-${size}` : size;
  return new Written(Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value)), text, false);
}

export function isNumber(value: unknown): value is ExactNumber {
  return typeof value === 'number' || isWritten(value);
}

/** The nearest number of JavaScript's. */
export function nearestNumber(number: ExactNumber): number {
  return typeof number === 'number' ? number : number.value;
}

/** Whether it is an integer to Python, to which `1.0` is none. */
export function isInteger(number: ExactNumber): boolean {
  return typeof number === 'number' ? Number.isInteger(number) : !number.isFloat;
}

/** As Python's `int()`, which cuts fractions off; `undefined` where nothing finite is left. */
export function integerPart(number: ExactNumber): ExactNumber | undefined {
  if (typeof number === 'number') return Number.isFinite(number) ? Math.trunc(number) + 0 : undefined;
  return number.isFloat ? integerNumber(String(BigInt(number.value))) : number;
}

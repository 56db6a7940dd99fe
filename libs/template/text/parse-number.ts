import { floatNumber, integerNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';

const INTEGER = /^[-+]?\p{Nd}+(?:_\p{Nd}+)*$/u;
const FLOAT = /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i;
const SPECIAL = /^([-+]?)(?:(inf|infinity)|nan)$/i;

/** Reads a text as Python's `int()` does: blanks around it and `_` between digits are allowed. */
export function parseInteger(text: string): ExactNumber | undefined {
  const trimmed = text.trim();
  return INTEGER.test(trimmed) ? integerNumber(asciiDigits(trimmed).replaceAll('_', '')) : undefined;
}

/** Reads a text as Heat reads numbers: Python's `int()`, or else its `float()`, which knows `inf` and `nan`. */
export function parseNumber(text: string): ExactNumber | undefined {
  const trimmed = text.trim();
  const integer = parseInteger(trimmed);
  if (integer !== undefined) return integer;
  const special = SPECIAL.exec(trimmed);
  if (special !== null) return special[2] === undefined ? NaN : special[1] === '-' ? -Infinity : Infinity;
  return FLOAT.test(trimmed) ? floatNumber(Number(trimmed.replaceAll('_', ''))) : undefined;
}

/** Python takes the decimal digits of any script; each script's ten follow each other. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Counts down to the zero that no digit stands before: it is a script's, or the first of several that touch. */
function digitValue(code: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

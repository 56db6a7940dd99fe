import { MOST_DIGITS } from '../../numbers/written-number';
import { asciiDigits } from '../../text/parse-number';
import { isDigit, isWord, characterAt, runEnd } from './characters';

/** The number at an index, with its length in the text; `undefined` where a letter follows, or it is too long. */
export function readNumber(text: string, at: number): { value: bigint | number; length: number } | undefined {
  const whole = runEnd(text, at, isDigit);
  const fraction = text[whole] === '.' ? runEnd(text, whole + 1, isDigit) : whole;
  const isFraction = fraction > whole + 1 && !isWord(characterAt(text, fraction));
  const end = isFraction ? fraction : whole;
  if (isWord(characterAt(text, end)) || whole - at > MOST_DIGITS) return undefined;
  const digits = asciiDigits(text.slice(at, end));
  return { value: isFraction ? Number(digits) : BigInt(digits), length: end - at };
}

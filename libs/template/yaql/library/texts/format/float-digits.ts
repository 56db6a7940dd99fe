import { exponentText, floatText } from '../../../../text/float-text';
import { scaled } from '../../numbers/round';
import type { FieldFormat } from './field-format';

const USUAL_PRECISION = 6;

/** The digits of a float that is finite and not negative, as its format asks for them. */
export function finiteText(size: number, format: FieldFormat): string {
  const { precision = USUAL_PRECISION } = format;
  switch (format.type?.toLowerCase()) {
    case 'e':
      return exponential(size, precision, format);
    case 'f':
      return fixed(size, precision, format);
    case '%':
      return `${fixed(size * 100, precision, format)}%`;
    case 'g':
    case 'n':
      return general(size, precision, format);
    default:
      return format.precision === undefined ? floatText(size) : shortest(size, precision, format);
  }
}

function fixed(size: number, precision: number, format: FieldFormat): string {
  const digits = String(scaled(size, precision)).padStart(precision + 1, '0');
  return pointed(digits.slice(0, digits.length - precision), digits.slice(digits.length - precision), format);
}

function pointed(whole: string, fraction: string, { isAlternate }: FieldFormat): string {
  return fraction === '' && !isAlternate ? whole : `${whole}.${fraction}`;
}

function exponential(size: number, precision: number, format: FieldFormat): string {
  const { digits, exponent } = digitsOf(size, precision + 1);
  const power = `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  return exponentText(`${pointed(digits.slice(0, 1), digits.slice(1), format)}${power}`);
}

/** So many significant digits, and the power of ten of the first of them. */
function digitsOf(size: number, count: number): { digits: string; exponent: number } {
  if (size === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const estimate = Number(size.toExponential().split('e')[1]);
  const digits = String(scaled(size, count - 1 - estimate));
  // Rounding up may have made one digit more.
  return { digits: digits.slice(0, count), exponent: estimate + digits.length - count };
}

/** Fixed or with an exponent, whichever suits the size, without zeros at the end. */
function general(size: number, precision: number, format: FieldFormat): string {
  const significant = Math.max(1, precision);
  const { exponent } = digitsOf(size, significant);
  return significantText(size, significant, exponent < -4 || exponent >= significant, format);
}

/** As `general`, but it looks like a float, and turns to exponents one digit earlier. */
function shortest(size: number, precision: number, format: FieldFormat): string {
  const significant = Math.max(1, precision);
  const { exponent } = digitsOf(size, significant);
  const text = significantText(size, significant, exponent < -4 || exponent >= significant - 1, format);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function significantText(size: number, significant: number, hasExponent: boolean, format: FieldFormat): string {
  if (hasExponent) return trimmed(exponential(size, significant - 1, format), format);
  const { exponent } = digitsOf(size, significant);
  return trimmed(fixed(size, significant - 1 - exponent, format), format);
}

function trimmed(text: string, { isAlternate }: FieldFormat): string {
  return isAlternate ? text : text.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1');
}

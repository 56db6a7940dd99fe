import { valueFault } from '../../../fault';
import { padded } from './field-format';
import type { FieldFormat } from './field-format';

/** A number in its parts. Only the whole digits can be grouped. */
interface NumberText {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly whole: string;
  readonly rest: string;
  readonly isDecimal: boolean;
}

/** Where separators stand in decimal digits, and in others. */
const THREE = /\B(?=(\d{3})+$)/g;
const FOUR = /\B(?=([\da-fA-F]{4})+$)/g;

/** A number with its sign and separators, in a field of the width that is asked for. */
export function numberField(text: NumberText, format: FieldFormat): string {
  if (format.grouping === ',' && !text.isDecimal) throw valueFault('`,` groups decimal digits only');
  const before = `${signOf(text, format)}${text.prefix}`;
  const align = format.align ?? (format.isZeroPadded ? '=' : '>');
  const isZeroFilled = format.fill === '0' && align === '=' && format.grouping !== undefined;
  const whole = isZeroFilled ? zeroFilled(text, format.width - before.length) : text.whole;
  return padded(before, `${grouped(whole, text, format)}${text.rest}`, format, align);
}

function signOf({ isNegative }: NumberText, { sign }: FieldFormat): string {
  if (isNegative) return '-';
  return sign === '+' || sign === ' ' ? sign : '';
}

function grouped(digits: string, { isDecimal }: NumberText, { grouping }: FieldFormat): string {
  return grouping === undefined ? digits : digits.replace(isDecimal ? THREE : FOUR, grouping);
}

/** Zeros in front are grouped too, and none stands behind a separator without a digit before it. */
function zeroFilled({ whole, rest, isDecimal }: NumberText, width: number): string {
  const room = width - rest.length;
  const group = isDecimal ? 3 : 4;
  const separators = Math.floor((room - 1) / (group + 1));
  return whole.padStart(room - separators, '0');
}

import { valueFault } from '../../../fault';
import { floatText } from '../../../../text/float-text';
import { integerText } from '../../../values/text';
import { toFloat } from '../../numbers/arithmetic';
import type { FieldFormat } from './field-format';
import { padded } from './field-format';
import { finiteText } from './float-digits';
import { numberField } from './number-field';

const RADIXES: Readonly<Record<string, readonly [radix: number, prefix: string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

/** An integer as Python's `format` writes it. */
export function formatInteger(value: bigint, format: FieldFormat): string {
  const { type = '', precision } = format;
  if (/[eEfFgG%]/.test(type)) return formatFloat(toFloat(value), format);
  if (type === 's') throw valueFault('a number cannot be written with the type `s`');
  if (precision !== undefined) throw valueFault('an integer has no precision');
  if (type === 'c') return padded('', characterOf(value), format, '>');
  const [radix, prefix] = RADIXES[type] ?? [10, ''];
  const isDecimal = radix === 10;
  const digits = digitsOf(value < 0n ? -value : value, radix);
  const whole = type === 'X' ? digits.toUpperCase() : digits;
  return numberField(
    { isNegative: value < 0n, prefix: format.isAlternate ? prefix : '', whole, rest: '', isDecimal },
    format,
  );
}

function digitsOf(size: bigint, radix: number): string {
  return radix === 10 ? integerText(size) : size.toString(radix);
}

function characterOf(value: bigint): string {
  if (value >= 0n && value <= 0x10ffffn) return String.fromCodePoint(Number(value));
  throw valueFault('an integer is not the code of a character');
}

/** A float as Python's `format` writes it. */
export function formatFloat(value: number, format: FieldFormat): string {
  const { type = '' } = format;
  if (!/^[eEfFgGn%]?$/.test(type)) throw valueFault(`a float cannot be written with the type \`${type}\``);
  const isNegative = value < 0 || Object.is(value, -0);
  const size = textOf(Math.abs(value), format);
  const text = /[EFG]/.test(type) ? size.toUpperCase() : size;
  const end = text.search(/\D|$/);
  const [whole, rest] = [text.slice(0, end), text.slice(end)];
  return numberField({ isNegative, prefix: '', whole, rest, isDecimal: true }, format);
}

function textOf(size: number, format: FieldFormat): string {
  if (Number.isFinite(size)) return finiteText(size, format);
  return format.type === '%' ? `${floatText(size)}%` : floatText(size);
}

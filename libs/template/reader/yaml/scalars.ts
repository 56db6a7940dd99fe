import { floatNumber, integerNumber, MOST_DIGITS } from '../../numbers/written-number';
import type { ExactNumber } from '../../numbers/written-number';

/**
 * What plain scalars mean in YAML 1.1 (https://yaml.org/type/), as PyYAML's resolver and safe
 * constructor have it: exponents need a point and a sign, `y` and `n` are texts, times are base 60.
 */
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INTEGER =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The tags that a plain scalar may turn out to have without saying so. Dates are texts to Heat. */
export type ImplicitTag = 'bool' | 'null' | 'int' | 'float' | 'merge' | 'value' | 'str';

/** What every text that is not just a text begins with, so that most need no closer look. */
const FIRST_CHARACTERS: ReadonlySet<string> = new Set('+-.0123456789~<=yYnNtTfFoO');

export function implicitTag(text: string): ImplicitTag {
  if (text !== '' && !FIRST_CHARACTERS.has(text.charAt(0))) return 'str';
  if (BOOLEAN.test(text)) return 'bool';
  if (FLOAT.test(text)) return 'float';
  if (INTEGER.test(text)) return 'int';
  if (text === '<<') return 'merge';
  if (NULL.test(text)) return 'null';
  if (text === '=') return 'value';
  return 'str';
}

const TRUE_WORDS = ['yes', 'true', 'on'];
const FALSE_WORDS = ['no', 'false', 'off'];

/** `undefined` where the text, which a tag claims to be a boolean, is none. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}

/**
 * Reads decimal, binary, octal, hexadecimal and base 60 integers; `undefined` where the text is none, or one of more
 * decimal digits than Python reads.
 */
export function integerOf(text: string): ExactNumber | undefined {
  const [sign, digits] = splitSign(text.replaceAll('_', ''));
  const size = digits.length > MOST_BITS ? undefined : sizeOf(digits);
  return size === undefined ? undefined : integerNumber(`${sign < 0 ? '-' : ''}${size}`);
}

/** As many binary digits are enough for the largest integer: what is longer is no work. */
const MOST_BITS = Math.ceil(MOST_DIGITS * Math.log2(10)) + '0b'.length;

/** Without a sign, in decimal digits. */
function sizeOf(digits: string): string | undefined {
  if (/^[1-9][0-9]*$/.test(digits)) return digits;
  if (/^0(?:b[01]+|x[0-9a-fA-F]+)$/.test(digits)) return String(BigInt(digits));
  if (/^0[0-7]*$/.test(digits)) return String(BigInt(`0o${digits}`));
  return digits.includes(':') ? sexagesimalInteger(digits) : undefined;
}

/** `1:30` is 90: each part counts sixty of the next. */
function sexagesimalInteger(digits: string): string | undefined {
  const parts = digits.split(':');
  if (!parts.every((part) => /^\d+$/.test(part))) return undefined;
  return String(parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n));
}

/** Reads decimal and base 60 floats, infinities and not-a-number; `undefined` where the text is none. */
export function floatOf(text: string): ExactNumber | undefined {
  const [sign, digits] = splitSign(text.replaceAll('_', '').toLowerCase());
  const size = floatSize(digits);
  return size === undefined ? undefined : floatNumber(sign * size);
}

function floatSize(digits: string): number | undefined {
  if (digits === '.inf') return Infinity;
  if (digits === '.nan') return NaN;
  if (digits.includes(':')) return sexagesimal(digits);
  return /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(digits) ? Number(digits) : undefined;
}

function splitSign(text: string): [number, string] {
  if (text.startsWith('-')) return [-1, text.slice(1)];
  return [1, text.startsWith('+') ? text.slice(1) : text];
}

function sexagesimal(digits: string): number | undefined {
  const parts = digits.split(':').map(Number);
  if (parts.some(Number.isNaN)) return undefined;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

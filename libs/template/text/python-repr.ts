import type { ExactJson } from '../json';
import { isNumber } from '../numbers/written-number';
import { pythonNumber } from './python-number';

/** A value as Python's `str()` prints it: what Heat makes of a map or list where it wants a text. */
export function pythonText(value: ExactJson): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** A value as Python's `repr()` prints it. */
export function pythonRepr(value: ExactJson): string {
  if (isNumber(value)) return pythonNumber(value);
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      return reprOfCollection(value);
  }
}

function reprOfCollection(value: ExactJson[] | Record<string, ExactJson> | null): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`);
  return `{${entries.join(', ')}}`;
}

/** Single quotes, unless the text has those and no double ones. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(UNPRINTABLE, escapeCharacter);
  return `${quote}${escaped}${quote}`;
}

/** What Python does not print as it is: control characters, blanks but the space, and what has no character. */
const UNPRINTABLE = /(?! )[\p{C}\p{Z}]/gu;

function escapeCharacter(character: string): string {
  const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length > 4) return `\\U${code.padStart(8, '0')}`;
  return named ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`);
}

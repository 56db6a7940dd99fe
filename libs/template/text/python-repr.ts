import type { Json } from '#contracts';
import { pythonNumber } from './python-number';

/** A value as Python's `str()` prints it: what Heat makes of a map or list where it wants a text. */
export function pythonText(value: Json): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** A value as Python's `repr()` prints it. */
export function pythonRepr(value: Json): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return pythonNumber(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      return reprOfCollection(value);
  }
}

function reprOfCollection(value: Json[] | Record<string, Json> | null): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`);
  return `{${entries.join(', ')}}`;
}

/** Single quotes, unless the text has those and no double ones. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(CONTROL, escapeControl);
  return `${quote}${escaped}${quote}`;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\x00-\x1f\x7f-\xa0\xad]/g;

function escapeControl(char: string): string {
  const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[char];
  return named ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

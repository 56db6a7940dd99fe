import type { ExactJson } from '../json';
import { isNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import { pythonNumber } from './python-number';

/** The JSON text that Python's `json.dumps(value, sort_keys=True)` makes: `", "` and `": "`, no character beyond printable ASCII. */
export function pythonJson(value: ExactJson): string {
  if (typeof value === 'string') return jsonString(value);
  if (isNumber(value)) return jsonNumber(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareCodePoints(a, b));
  return `{${entries.map(([key, item]) => `${jsonString(key)}: ${pythonJson(item)}`).join(', ')}}`;
}

/** JSON's names for what is not finite are JavaScript's. */
function jsonNumber(number: ExactNumber): string {
  return typeof number === 'number' && !Number.isFinite(number) ? String(number) : pythonNumber(number);
}

function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\uffff]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The order of Python's texts, which is by code points; JavaScript's own is by UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const [left, right] = [a.codePointAt(index) ?? 0, b.codePointAt(index) ?? 0];
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

import { isNumber } from '../numbers/written-number';
import { UNKNOWN } from '../values';
import type { Value } from '../values';

/** Longer texts are cut in diagnostics. */
const LONGEST_SHOWN = 60;

/** What kind of thing a value is, without saying more: safe for secrets. */
export function kindOf(value: Value): string {
  if (value === UNKNOWN) return 'a value that is not known yet';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isNumber(value)) return 'a number';
  switch (typeof value) {
    case 'string':
      return 'a text';
    case 'boolean':
      return 'a boolean';
    default:
      return 'a map';
  }
}

/** A value for the user to recognise: its kind and, where it is short, itself. Never for a secret. */
export function describe(value: Value): string {
  if (isNumber(value)) return `the number \`${shorten(String(value))}\``;
  switch (typeof value) {
    case 'string':
      return `the text \`${shorten(value)}\``;
    case 'boolean':
      return `the boolean \`${String(value)}\``;
    default:
      return kindOf(value);
  }
}

export function shorten(text: string): string {
  const line = text.replaceAll('\n', '\\n');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

import { isNumber } from '../numbers/written-number';
import { UNKNOWN } from '../values';
import type { Value } from '../values';

/** Longer texts are cut in diagnostics. */
const LONGEST_SHOWN = 60;
/** So are those that are there to be read as a whole: patterns, an author's own words. */
export const LONGEST_READ = 1000;
/** What stands where the rest of a text was left out. */
export const CUT = '…';
/** Of more than these, the rest is only counted. */
const MOST_SHOWN = 10;

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

export function shorten(text: string, longest = LONGEST_SHOWN): string {
  const line = onOneLine(text);
  return line.length > longest ? line.slice(0, longest) + CUT : line;
}

export function onOneLine(text: string): string {
  return text.replaceAll('\n', '\\n');
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** As `oneOf`, of what a user may have given very many of. */
export function oneOfMany<T>(values: readonly T[], textOf: (value: T) => string): string {
  return values.length > MOST_SHOWN ? listOf(values, textOf) : oneOf(values.map((value) => shorten(textOf(value))));
}

/** `a`, `b`, of which there may be very many. */
export function listOf<T>(values: readonly T[], textOf: (value: T) => string): string {
  const shown = values.slice(0, MOST_SHOWN).map((value) => `\`${shorten(textOf(value))}\``);
  const more = values.length > MOST_SHOWN ? `, … (${values.length} in all)` : '';
  return shown.join(', ') + more;
}

import { nestsDeeperThan } from '../json';
import type { ExactJson } from '../json';
import { parseExactJson } from './parse-exact-json';

/** The value of a text, or what the text would have to be. No value is in the words: it may be secret. */
export type JsonReading =
  { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly expected: string };

/**
 * Reads a text of JSON that a user gave as a value. What nests too deep is refused, as whatever walks values calls
 * itself for each depth. `expected` is what to say where the text is no JSON.
 */
export function readJsonWithin(nesting: number, text: string, expected: string): JsonReading {
  const value = parse(text);
  if (value === undefined) return { ok: false, expected };
  if (!nestsDeeperThan(value, nesting)) return { ok: true, value };
  return { ok: false, expected: `JSON that nests no deeper than the limit of ${nesting}` };
}

function parse(text: string): ExactJson | undefined {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

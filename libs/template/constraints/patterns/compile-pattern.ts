import { PatternFault } from './pattern';
import { makeProgram } from './program';
import { readPattern } from './read-pattern';
import { matchEnd } from './run-program';

/** A pattern that looks ahead or behind, or why it cannot be taken. */
type LookingPattern =
  | { readonly ok: true; readonly matches: (text: string) => boolean; readonly longestText: number }
  | { readonly ok: false; readonly detail: string };

/** Steps for places of the text: a fraction of a second of work. */
const MOST_WORK = 10_000_000;

/**
 * Compiles a pattern of Python's that looks ahead or behind, which linear engines cannot do as a rule:
 * what is looked at is found out for every place of the text at once, so that this one can.
 */
export function compileLooking(text: string): LookingPattern {
  try {
    const program = makeProgram(readPattern(text));
    const matches = (value: string): boolean => {
      const codes = Array.from(value, (char) => char.codePointAt(0) ?? 0);
      return matchEnd(program, codes) === codes.length;
    };
    return { ok: true, matches, longestText: Math.floor(MOST_WORK / program.size) };
  } catch (error) {
    if (error instanceof PatternFault) return { ok: false, detail: error.message };
    throw error;
  }
}

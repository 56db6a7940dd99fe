import type { RE2JS } from 're2js';
import { keepResults } from './kept-results';
import { compileLinearPattern } from './linear-pattern';
import { compileLooking } from './patterns/compile-pattern';

/** A regular expression that a user wrote, or why it cannot be taken. */
export type UserPattern =
  | {
      readonly ok: true;
      /** Takes time by the product of pattern and text. */
      readonly matches: (text: string) => boolean;
      /** Longer ones must not be asked about. */
      readonly longestText: number;
    }
  | { readonly ok: false; readonly detail: string };

/** Steps for characters of the text: some two seconds of work at most. */
const MOST_WORK = 50_000_000;
/** Looking ahead or behind is more than RE2 can. */
const LOOKS = /\(\?<?[=!]/;
const compileKept = keepResults(compileLooking);

/**
 * Compiles a Python regular expression that a whole text is to match, for an engine of linear time. What such an engine
 * cannot do, such as references back to a group, is refused by name.
 */
export function compileUserPattern(pattern: string): UserPattern {
  if (LOOKS.test(pattern)) return compileKept(pattern);
  const compiled = compileLinearPattern(pattern);
  if (!compiled.ok) return compiled;
  const { regex } = compiled;
  const longestText = Math.floor(MOST_WORK / Math.max(1, regex.programSize()));
  return { ok: true, matches: (text) => matchesWhole(regex, text), longestText };
}

/** Heat matches from the start and then wants the match to reach the end, so `a|ab` does not match `ab`. */
function matchesWhole(regex: RE2JS, text: string): boolean {
  const matcher = regex.matcher(text);
  return matcher.lookingAt() && matcher.end() === text.length;
}

import { RE2JS } from 're2js';
import { compileLooking } from './patterns/compile-pattern';
import { translatePythonPattern } from './python-pattern';

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

const compiled = new Map<string, UserPattern>();
/** Patterns come from templates, so they repeat; but nobody may fill the memory with them. */
const MOST_KEPT = 500;

/**
 * Compiles a Python regular expression for an engine of linear time, so that no pattern can stall the
 * process. What such an engine cannot do, such as references back to a group, is refused by name.
 */
export function compileUserPattern(pattern: string): UserPattern {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const made = compile(pattern);
  compiled.set(pattern, made);
  return made;
}

/** Looking ahead or behind is more than RE2 can. */
const LOOKS = /\(\?<?[=!]/;

function compile(pattern: string): UserPattern {
  if (LOOKS.test(pattern)) return compileLooking(pattern);
  const translated = translatePythonPattern(pattern);
  if (!translated.ok) return translated;
  try {
    const regex = RE2JS.compile(translated.pattern);
    return { ok: true, matches: (text) => matchesWhole(regex, text), longestText: Infinity };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : 'it cannot be read' };
  }
}

/** Heat matches from the start and then wants the match to reach the end, so `a|ab` does not match `ab`. */
function matchesWhole(regex: RE2JS, text: string): boolean {
  const matcher = regex.matcher(text);
  return matcher.lookingAt() && matcher.end() === text.length;
}

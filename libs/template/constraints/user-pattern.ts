import type { RE2JS } from 're2js';
import { compileLinearPattern } from './linear-pattern';

/** A regular expression that a user wrote, or why it cannot be taken. */
export type UserPattern =
  { readonly ok: true; readonly matches: (text: string) => boolean } | { readonly ok: false; readonly detail: string };

/** Compiles a Python regular expression that a whole text is to match. */
export function compileUserPattern(pattern: string): UserPattern {
  const compiled = compileLinearPattern(pattern);
  return compiled.ok ? { ok: true, matches: (text) => matchesWhole(compiled.regex, text) } : compiled;
}

/** Heat matches from the start and then wants the match to reach the end, so `a|ab` does not match `ab`. */
function matchesWhole(regex: RE2JS, text: string): boolean {
  const matcher = regex.matcher(text);
  return matcher.lookingAt() && matcher.end() === text.length;
}

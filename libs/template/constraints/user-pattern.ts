import { RE2JS } from 're2js';
import { takeApart } from './looking-ahead';
import type { Alternative } from './looking-ahead';
import { translatePythonPattern } from './python-pattern';

/** A regular expression that a user wrote, or why it cannot be taken. */
export type UserPattern =
  { readonly ok: true; readonly matches: (text: string) => boolean } | { readonly ok: false; readonly detail: string };

const compiled = new Map<string, UserPattern>();
/** Patterns come from templates, so they repeat; but nobody may fill the memory with them. */
const MOST_KEPT = 500;

/**
 * Compiles a Python regular expression for an engine of linear time, so that no pattern can stall the
 * process. What such an engine cannot do, looking around in the middle and back-references, is refused by name.
 */
export function compileUserPattern(pattern: string): UserPattern {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const made = compile(pattern);
  compiled.set(pattern, made);
  return made;
}

function compile(pattern: string): UserPattern {
  const alternatives = takeApart(pattern);
  const isPlain = alternatives.every(({ conditions }) => conditions.length === 0);
  const matcher = compileAll(isPlain ? [{ conditions: [], rest: pattern }] : alternatives);
  // Heat matches from the start and then wants the match to reach the end, so `a|ab` does not match `ab`.
  return typeof matcher === 'string'
    ? { ok: false, detail: matcher }
    : { ok: true, matches: (text) => matcher(text) === text.length };
}

/** Where the match that begins with the text ends; `undefined`: there is none. */
type Matcher = (text: string) => number | undefined;

/** A matcher that takes the first alternative which matches, or what is wrong. */
function compileAll(alternatives: readonly Alternative[]): Matcher | string {
  const matchers = alternatives.map(compileOne);
  const wrong = matchers.find((matcher) => typeof matcher === 'string');
  if (wrong !== undefined) return wrong;
  const ways = matchers.filter((matcher) => typeof matcher !== 'string');
  return (text) => {
    for (const way of ways) {
      const end = way(text);
      if (end !== undefined) return end;
    }
    return undefined;
  };
}

function compileOne({ conditions, rest }: Alternative): Matcher | string {
  const regex = compileRest(rest);
  if (typeof regex === 'string') return regex;
  const looks = conditions.map(({ pattern, isWanted }) => ({ isWanted, matcher: compileAll(pattern) }));
  const wrong = looks.map(({ matcher }) => matcher).find((matcher) => typeof matcher === 'string');
  if (wrong !== undefined) return wrong;
  return (text) => {
    const holds = looks.every(
      ({ matcher, isWanted }) => typeof matcher === 'string' || (matcher(text) !== undefined) === isWanted,
    );
    return holds ? regex(text) : undefined;
  };
}

function compileRest(pattern: string): Matcher | string {
  const translated = translatePythonPattern(pattern);
  if (!translated.ok) return translated.detail;
  try {
    const regex = RE2JS.compile(translated.pattern);
    return (text) => {
      const matcher = regex.matcher(text);
      return matcher.lookingAt() ? matcher.end() : undefined;
    };
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

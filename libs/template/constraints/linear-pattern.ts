import { RE2JS } from 're2js';
import { keepResults } from './kept-results';
import { translatePythonPattern } from './python-pattern';

/** A regular expression of Python's, compiled for an engine of linear time, or why it cannot be. */
export type LinearPattern =
  { readonly ok: true; readonly regex: RE2JS } | { readonly ok: false; readonly detail: string };

const compileWith = (flags: number): ((pattern: string) => LinearPattern) =>
  keepResults((pattern) => compile(pattern, flags));
const compilers = new Map<number, (pattern: string) => LinearPattern>();

/**
 * Compiles a pattern so that no pattern can stall the process. What such an engine cannot do, looking around and
 * back-references, is refused by name. `flags` are RE2JS's.
 */
export function compileLinearPattern(pattern: string, flags = 0): LinearPattern {
  const compiler = compilers.get(flags) ?? compileWith(flags);
  compilers.set(flags, compiler);
  return compiler(pattern);
}

function compile(pattern: string, flags: number): LinearPattern {
  const translated = translatePythonPattern(pattern);
  if (!translated.ok) return translated;
  try {
    return { ok: true, regex: RE2JS.compile(translated.pattern, flags) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : 'it cannot be read' };
  }
}

import { RE2JS } from 're2js';
import { compileLinearPattern } from '../../../constraints/linear-pattern';
import { valueFault } from '../../fault';
import { Pattern } from '../../values/value';
import type { PatternFlags } from '../../values/value';

const REFUSED = 'a regular expression cannot be taken';
const NO_FLAGS: PatternFlags = { ignoreCase: false, multiLine: false, dotAll: false };

/** Compiles a regular expression of Python's. */
export function compilePattern(source: string, flags: PatternFlags = NO_FLAGS): Pattern {
  const bits =
    (flags.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.multiLine ? RE2JS.MULTILINE : 0) |
    (flags.dotAll ? RE2JS.DOTALL : 0);
  const compiled = compileLinearPattern(source, bits);
  if (!compiled.ok) throw valueFault(`${REFUSED}: ${compiled.detail}`, REFUSED);
  return new Pattern(source, flags, compiled.regex);
}

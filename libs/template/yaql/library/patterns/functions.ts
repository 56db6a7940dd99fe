import { valueFault } from '../../fault';
import type { Call, YaqlFunction } from '../../runtime/yaql-function';
import { isKind } from '../../values/kinds';
import { Sequence } from '../../values/value';
import type { Pattern, YaqlValue } from '../../values/value';
import { fn, method, optional, required, stream } from '../define';
import { ANY, BOOLEAN_OR_NULL, INTEGER, PATTERN, SCOPED_LAMBDA, TEXT } from '../types';
import type { ScopedLambda } from '../types';
import { compilePattern } from './compile';
import { firstMatch, hasMatch, matchesOf } from './matches';
import type { Match } from './matches';
import { publish } from './publish';
import { expand, parseTemplate } from './template';

const REGEXP = required('regexp', PATTERN);
const STRING = required('string', TEXT);
const SELECTOR = optional('selector', SCOPED_LAMBDA);
const COUNT = optional('count', INTEGER);

/** Regular expressions, and functions on them. */
export const PATTERN_FUNCTIONS: readonly YaqlFunction[] = [
  fn(
    'regex',
    [
      required('pattern', TEXT),
      ...[optional('ignoreCase', BOOLEAN_OR_NULL), optional('multiLine', BOOLEAN_OR_NULL)],
      optional('dotAll', BOOLEAN_OR_NULL),
    ] as const,
    ([source, ignoreCase, multiLine, dotAll], { meter }) => {
      meter.step(source.length);
      return compilePattern(source, {
        ignoreCase: ignoreCase ?? false,
        multiLine: multiLine ?? false,
        dotAll: dotAll ?? false,
      });
    },
  ),
  ...matching(),
  method('search', [REGEXP, STRING, SELECTOR], ([pattern, text, selector], call) => {
    const match = firstMatch(pattern, text, call.meter);
    return match === undefined ? null : shown(match, { pattern, text, selector, call });
  }),
  method('searchAll', [REGEXP, STRING, SELECTOR], ([pattern, text, selector], call) =>
    stream(call, shownAll({ pattern, text, selector, call })),
  ),
  method(
    'split',
    [REGEXP, STRING, optional('maxSplit', INTEGER)],
    ([pattern, text, most = 0n], { meter }) => new Sequence([...split(pattern, text, most, meter)], false),
  ),
  method(
    'split',
    [STRING, REGEXP, optional('maxSplit', INTEGER)],
    ([text, pattern, most = 0n], { meter }) => new Sequence([...split(pattern, text, most, meter)], false),
  ),
  method('replace', [REGEXP, STRING, required('repl', TEXT), COUNT], ([pattern, text, replacement, count], call) =>
    replaced({ pattern, text, call }, replacement, count),
  ),
  method('replace', [STRING, REGEXP, required('repl', TEXT), COUNT], ([text, pattern, replacement, count], call) =>
    replaced({ pattern, text, call }, replacement, count),
  ),
  method(
    'replaceBy',
    [REGEXP, STRING, required('repl', SCOPED_LAMBDA), COUNT],
    ([pattern, text, selector, count], call) => replacedBy({ pattern, text, selector, call }, count),
  ),
  method(
    'replaceBy',
    [STRING, REGEXP, required('repl', SCOPED_LAMBDA), COUNT],
    ([text, pattern, selector, count], call) => replacedBy({ pattern, text, selector, call }, count),
  ),
  fn('escapeRegex', [STRING], ([text]) => text.replace(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/g, '\\$&')),
  fn('isRegex', [required('value', ANY)], ([value]) => isKind(value, 'pattern')),
];

function matching(): YaqlFunction[] {
  const pattern = required('pattern', TEXT);
  return [
    method('matches', [REGEXP, STRING], ([regexp, text], { meter }) => hasMatch(regexp, text, meter)),
    method('matches', [STRING, required('regexp', TEXT)], ([text, source], { meter }) =>
      hasMatch(compilePattern(source), text, meter),
    ),
    fn('#operator_=~', [STRING, REGEXP], ([text, regexp], { meter }) => hasMatch(regexp, text, meter)),
    fn('#operator_=~', [STRING, pattern], ([text, source], { meter }) => hasMatch(compilePattern(source), text, meter)),
    fn('#operator_!~', [STRING, REGEXP], ([text, regexp], { meter }) => !hasMatch(regexp, text, meter)),
    fn(
      '#operator_!~',
      [STRING, pattern],
      ([text, source], { meter }) => !hasMatch(compilePattern(source), text, meter),
    ),
  ];
}

interface Search {
  readonly pattern: Pattern;
  readonly text: string;
  readonly selector: ScopedLambda | undefined;
  readonly call: Call;
}

/** A match as its text, or as an expression has it. */
function shown(match: Match, { pattern, text, selector, call }: Search): YaqlValue {
  if (selector === undefined) return match.text;
  const scope = call.scope.child();
  publish(match, text, pattern, { scope, meter: call.meter });
  return selector(scope);
}

function* shownAll(search: Search): Generator<YaqlValue> {
  for (const match of matchesOf(search.pattern, search.text, search.call.meter)) yield shown(match, search);
}

/** The parts between matches, and the groups of these; 0 stands for any number of cuts, and fewer for none. */
function* split(pattern: Pattern, text: string, most: bigint, meter: Call['meter']): Generator<YaqlValue> {
  let [position, cuts] = [0, 0n];
  for (const match of matchesOf(pattern, text, meter)) {
    if (most !== 0n && cuts >= most) break;
    yield text.slice(position, match.start);
    for (const group of match.groups) yield group.text;
    position = match.end;
    cuts += 1n;
  }
  yield text.slice(position);
}

function replaced({ pattern, text, call }: Omit<Search, 'selector'>, replacement: string, count = 0n): YaqlValue {
  const template = parseTemplate(replacement, pattern);
  return substituted({ pattern, text, selector: undefined, call }, (match) => expand(template, match), count);
}

function replacedBy(search: Search, count = 0n): YaqlValue {
  return substituted(search, (match) => textOf(shown(match, search)), count);
}

/** Nothing in place of a match leaves it out. */
function textOf(value: YaqlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  throw valueFault('what stands in place of a match must be a text; make one with `str(…)`');
}

/** 0 stands for all matches, and fewer for none. */
function substituted(
  { pattern, text, call: { meter } }: Search,
  replace: (match: Match) => string,
  count: bigint,
): string {
  let [result, position, done] = ['', 0, 0n];
  for (const match of matchesOf(pattern, text, meter)) {
    if (count !== 0n && done >= count) break;
    result += text.slice(position, match.start) + replace(match);
    meter.checkSize(result.length);
    position = match.end;
    done += 1n;
  }
  return result + text.slice(position);
}

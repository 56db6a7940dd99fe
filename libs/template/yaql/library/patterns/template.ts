import { valueFault } from '../../fault';
import type { Pattern } from '../../values/value';
import type { Match } from './matches';

/** Where the replacement is not to be quoted. */
const DISCREET = 'a replacement has something in it that means nothing';

/** What a replacement is made of: texts, and the numbers of groups. */
export type Template = readonly (string | number)[];

const PIECE = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[0-3][0-7]{2})|([1-9]\d?)|([abfnrtv\\])|([A-Za-z]|$))|[^\\]+|\\/gs;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' },
};

/** Reads a replacement as Python's `re.sub` does: `\1` and `\g<name>` stand for groups. */
export function parseTemplate(replacement: string, pattern: Pattern): Template {
  return [...replacement.matchAll(PIECE)].map(([piece, group, octal, number, escape, letter]) => {
    if (group !== undefined) return groupNumber(group, pattern);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (number !== undefined) return checkedGroup(Number(number), pattern);
    if (escape !== undefined) return ESCAPES[escape] ?? escape;
    if (letter !== undefined) throw valueFault(`\`\\${letter}\` means nothing in a replacement`, DISCREET);
    return piece;
  });
}

function groupNumber(group: string, pattern: Pattern): number {
  if (/^\d+$/.test(group)) return checkedGroup(Number(group), pattern);
  const names: Readonly<Record<string, number>> = pattern.regex.namedGroups();
  const number = Object.hasOwn(names, group) ? names[group] : undefined;
  if (number === undefined) throw valueFault(`the regular expression has no group \`${group}\``, DISCREET);
  return number;
}

function checkedGroup(number: number, { regex }: Pattern): number {
  if (number <= regex.groupCount()) return number;
  throw valueFault(`the regular expression has no group ${number}`);
}

/** Of a group that took no part there is nothing. */
export function expand(template: Template, match: Match): string {
  return template
    .map((piece) =>
      typeof piece === 'string' ? piece : piece === 0 ? match.text : (match.groups[piece - 1]?.text ?? ''),
    )
    .join('');
}

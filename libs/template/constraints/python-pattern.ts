/** Python's `\w`, `\d` and `\s` are about all of Unicode. */
const WORD = '\\p{L}\\p{N}_';
const SPACE = '\\s\\x0b\\x1c-\\x1f\\x85\\p{Z}';

/** Escapes that mean something else, or nothing, to RE2: outside of brackets and inside. */
const ESCAPES: ReadonlyMap<string, readonly [outside: string, inside: string]> = new Map([
  ['w', [`[${WORD}]`, WORD]],
  ['W', [`[^${WORD}]`, '\\W']],
  ['d', ['\\p{Nd}', '\\p{Nd}']],
  ['D', ['\\P{Nd}', '\\P{Nd}']],
  ['s', [`[${SPACE}]`, SPACE]],
  ['S', [`[^${SPACE}]`, '\\S']],
  ['Z', ['\\z', '\\Z']],
  ['b', ['\\b', '\\x08']],
]);

/** What a linear engine cannot do, or what Python's syntax does not have, by how it begins. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[=!]/, 'looking ahead (`(?=`, `(?!`) is not supported'],
  [/^\(\?<[=!]/, 'looking behind (`(?<=`, `(?<!`) is not supported'],
  [/^\(\?P=|^\\[1-9]/, 'references back to a group (`\\1`, `(?P=`) are not supported'],
  [/^\(\?\(/, 'conditional groups (`(?(`) are not supported'],
  [/^\(\?<|^\\z/, 'it is not Python’s syntax: groups are named with `(?P<`, and the end is `\\Z`'],
];

type Translation = { readonly ok: true; readonly pattern: string } | { readonly ok: false; readonly detail: string };

/** Turns a pattern of Python's `re` (https://docs.python.org/3/library/re.html) into one of RE2's. */
export function translatePythonPattern(pattern: string): Translation {
  let translated = '';
  let inBrackets = false;
  for (let index = 0; index < pattern.length;) {
    const rest = pattern.slice(index, index + 12);
    const refused = inBrackets ? undefined : REFUSED.find(([form]) => form.test(rest));
    if (refused !== undefined) return { ok: false, detail: refused[1] };
    const [length, piece] = inBrackets ? pieceInside(rest) : pieceOutside(rest);
    translated += piece;
    index += length;
    inBrackets = inBrackets ? rest[0] !== ']' : rest[0] === '[';
  }
  return { ok: true, pattern: translated };
}

/** How many characters were taken, and what they become. */
type Piece = readonly [length: number, piece: string];

function pieceOutside(rest: string): Piece {
  if (rest.startsWith('\\')) return escapePiece(rest, 0);
  const open = /^\[\^?\]?/.exec(rest);
  // A bracket right after the opening one stands for itself.
  if (open !== null) return [open[0].length, open[0].replace(']', '\\]')];
  return /^\{,\d+\}/.test(rest) ? [1, '{0'] : [1, rest.slice(0, 1)];
}

function pieceInside(rest: string): Piece {
  if (rest.startsWith('\\')) return escapePiece(rest, 1);
  return rest.startsWith('[') ? [1, '\\['] : [1, rest.slice(0, 1)];
}

function escapePiece(rest: string, side: 0 | 1): Piece {
  const code = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
  if (code !== null) return [code[0].length, `\\x{${code[1] ?? code[2] ?? ''}}`];
  const escape = ESCAPES.get(rest.charAt(1));
  return [2, escape === undefined ? rest.slice(0, 2) : escape[side]];
}

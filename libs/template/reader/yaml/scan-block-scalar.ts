import { HASH, isBlank, isBreak, isBreakOrEnd, isEnd, SPACE } from './characters';
import type { Cursor } from './cursor';

const FOLDED = '>';

interface Header {
  readonly folded: boolean;
  /** `+` keeps the line breaks at the end, `-` drops even the first. */
  readonly chomping: string;
  /** How much deeper than its parent the text stands, where that is said. */
  readonly increment: number | undefined;
}

/** A scalar behind `|` or `>`: the lines that are indented deeper than `indent`. */
export function scanBlockScalar(cursor: Cursor, indent: number): string {
  const header = scanHeader(cursor);
  const least = Math.max(indent + 1, 1);
  if (header.increment !== undefined) {
    const depth = least + header.increment - 1;
    return scanLines(cursor, depth, header, scanBreaks(cursor, depth));
  }
  const { breaks, deepest } = scanIndentation(cursor);
  return scanLines(cursor, Math.max(least, deepest), header, breaks);
}

function scanLines(cursor: Cursor, depth: number, header: Header, leading: string): string {
  let text = '';
  let breaks = leading;
  let lineBreak = '';
  const goesOn = (): boolean => cursor.column === depth && !isEnd(cursor.peek());
  while (goesOn()) {
    text += breaks;
    const isText = !isBlank(cursor.peek());
    const start = cursor.offset;
    cursor.skipWhile((code) => !isBreakOrEnd(code));
    text += cursor.since(start);
    lineBreak = cursor.takeBreak();
    breaks = scanBreaks(cursor, depth);
    if (goesOn()) text += betweenLines(lineBreak, breaks, header.folded && isText && !isBlank(cursor.peek()));
  }
  if (header.chomping !== '-') text += lineBreak;
  return header.chomping === '+' ? text + breaks : text;
}

/** Only between lines of text are breaks folded; what is indented further stays as it is. */
function betweenLines(lineBreak: string, breaks: string, folds: boolean): string {
  if (!folds || lineBreak !== '\n') return lineBreak;
  return breaks === '' ? ' ' : '';
}

/** The indicators behind `|` or `>`, in either order, up to the end of the line. */
function scanHeader(cursor: Cursor): Header {
  const [whole = ''] = /^[|>](?:\d[+-]|[+-]?\d?)/.exec(cursor.text.slice(cursor.offset, cursor.offset + 3)) ?? [];
  const [digit] = /\d/.exec(whole) ?? [];
  const [chomping = ''] = /[+-]/.exec(whole) ?? [];
  if (digit === '0') cursor.fail('the indentation of a block must be from 1 to 9');
  cursor.forward(whole.length);
  skipLineEnd(cursor);
  return { folded: whole.startsWith(FOLDED), chomping, increment: digit === undefined ? undefined : Number(digit) };
}

/** Over blanks, a comment and a line break: nothing else may stand there. */
export function skipLineEnd(cursor: Cursor): void {
  cursor.skipWhile(isBlank);
  if (cursor.peek() === HASH) cursor.skipWhile((code) => !isBreakOrEnd(code));
  if (!isBreakOrEnd(cursor.peek())) cursor.fail('expected the end of the line or a comment');
  cursor.takeBreak();
}

/** Empty lines before the first line of text, and the deepest column on the way there. */
function scanIndentation(cursor: Cursor): { breaks: string; deepest: number } {
  let breaks = '';
  let deepest = 0;
  while (cursor.peek() === SPACE || isBreak(cursor.peek())) {
    if (cursor.peek() === SPACE) cursor.forward();
    else breaks += cursor.takeBreak();
    deepest = Math.max(deepest, cursor.column);
  }
  return { breaks, deepest };
}

function scanBreaks(cursor: Cursor, depth: number): string {
  let breaks = '';
  for (;;) {
    while (cursor.column < depth && cursor.peek() === SPACE) cursor.forward();
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.takeBreak();
  }
}

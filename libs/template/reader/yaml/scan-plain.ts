import { HASH, isBlank, isBlankOrEnd, isBreak, TAB } from './characters';
import type { Cursor } from './cursor';

const COLON = 0x3a;
/** What ends a plain scalar inside brackets; a colon before one of these does too. */
const FLOW_INDICATORS: ReadonlySet<number> = new Set(Array.from(',[]{}', (char) => char.charCodeAt(0)));

export interface PlainScalar {
  readonly text: string;
  /** It ended behind a line break, so that a key may begin. */
  readonly endsLine: boolean;
}

/** A scalar without quotes; its lines are folded, and those that follow must be indented by `indent` at least. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  let text = '';
  let spaces = '';
  let { line } = cursor;
  while (cursor.peek() !== HASH) {
    const start = cursor.offset;
    skipPlain(cursor, inFlow);
    if (cursor.offset === start) break;
    text += spaces + cursor.since(start);
    ({ line } = cursor);
    spaces = scanSpaces(cursor, indent);
    if (spaces === '' || (!inFlow && cursor.column < indent)) break;
  }
  return { text, endsLine: cursor.line > line };
}

function skipPlain(cursor: Cursor, inFlow: boolean): void {
  for (let code = cursor.peek(); !isBlankOrEnd(code); code = cursor.peek()) {
    if (inFlow && FLOW_INDICATORS.has(code)) return;
    if (code === COLON && endsKey(cursor.peek(1), inFlow)) return;
    cursor.forward();
  }
}

/** Whether a colon before that character is more than part of a text. */
function endsKey(next: number, inFlow: boolean): boolean {
  return isBlankOrEnd(next) || (inFlow && FLOW_INDICATORS.has(next));
}

/** What blanks and line breaks inside a plain scalar mean; nothing where the mark of a document follows. */
function scanSpaces(cursor: Cursor, indent: number): string {
  const start = cursor.offset;
  cursor.skipWhile(isBlank);
  const blanks = cursor.since(start);
  const lineBreak = cursor.takeBreak();
  if (lineBreak === '') return blanks;
  if (cursor.atDocumentMark()) return '';
  let breaks = '';
  for (let code = cursor.peek(); isBlank(code) || isBreak(code); code = cursor.peek()) {
    if (code === TAB && cursor.column < indent) cursor.fail('a tab cannot indent a line');
    if (isBlank(code)) cursor.forward();
    else breaks += cursor.takeBreak();
    if (breaks !== '' && cursor.atDocumentMark()) return '';
  }
  return foldBreaks(lineBreak, breaks);
}

/** A single line feed is a space; of several, the first one goes. */
export function foldBreaks(first: string, others: string): string {
  if (first !== '\n') return first + others;
  return others === '' ? ' ' : others;
}

import { isBlank, isBlankOrEnd, isBreak, isEnd } from './characters';
import type { Cursor } from './cursor';
import { foldBreaks } from './scan-plain';

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b' },
  ...{ ' ': ' ', '"': '"', '\\': '\\', '/': '/', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' },
};
/** How many hexadecimal digits follow. */
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A scalar in single or double quotes, with its lines folded. */
export function scanQuoted(cursor: Cursor): string {
  const start = cursor.offset;
  const quote = cursor.peek();
  cursor.forward();
  let text = scanCharacters(cursor, quote);
  while (cursor.peek() !== quote) {
    text += scanSpaces(cursor, start);
    text += scanCharacters(cursor, quote);
  }
  cursor.forward();
  return text;
}

/** Up to a blank, a line break, the closing quote or the end. */
function scanCharacters(cursor: Cursor, quote: number): string {
  let text = '';
  for (;;) {
    const start = cursor.offset;
    cursor.skipWhile((code) => code !== quote && code !== BACKSLASH && !isBlankOrEnd(code));
    text += cursor.since(start);
    const code = cursor.peek();
    if (code === SINGLE_QUOTE && quote === SINGLE_QUOTE && cursor.peek(1) === SINGLE_QUOTE) {
      text += "'";
      cursor.forward(2);
    } else if (code === BACKSLASH) {
      text += quote === DOUBLE_QUOTE ? scanEscape(cursor) : takeOne(cursor);
    } else {
      return text;
    }
  }
}

function takeOne(cursor: Cursor): string {
  cursor.forward();
  return cursor.since(cursor.offset - 1);
}

function scanEscape(cursor: Cursor): string {
  cursor.forward();
  if (isBreak(cursor.peek())) {
    cursor.takeBreak();
    return scanBreaks(cursor);
  }
  const char = cursor.text.charAt(cursor.offset);
  const length = Object.hasOwn(CODE_LENGTHS, char) ? CODE_LENGTHS[char] : undefined;
  if (length !== undefined) return scanCode(cursor, length);
  const escape = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
  if (escape === undefined) cursor.fail(`\`\\${char}\` is no escape sequence of YAML`, cursor.offset - 1);
  cursor.forward();
  return escape;
}

function scanCode(cursor: Cursor, length: number): string {
  const digits = cursor.text.slice(cursor.offset + 1, cursor.offset + 1 + length);
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? parseInt(digits, 16) : NaN;
  if (!(code <= 0x10ffff)) cursor.fail(`expected the ${length} hexadecimal digits of a character`, cursor.offset - 1);
  cursor.forward(1 + length);
  return String.fromCodePoint(code);
}

function scanSpaces(cursor: Cursor, start: number): string {
  const blanks = cursor.offset;
  cursor.skipWhile(isBlank);
  if (isEnd(cursor.peek())) cursor.fail('the text in quotes that begins here has no end', start);
  if (!isBreak(cursor.peek())) return cursor.since(blanks);
  const first = cursor.takeBreak();
  return foldBreaks(first, scanBreaks(cursor));
}

function scanBreaks(cursor: Cursor): string {
  let breaks = '';
  for (;;) {
    if (cursor.atDocumentMark()) cursor.fail('a document cannot end inside of quotes');
    cursor.skipWhile(isBlank);
    if (!isBreak(cursor.peek())) return breaks;
    breaks += cursor.takeBreak();
  }
}

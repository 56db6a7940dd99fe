import { isBlankOrEnd, isBreakOrEnd, isNameCharacter, SPACE } from './characters';
import type { Cursor } from './cursor';

const BANG = 0x21;
/** Commas and brackets only where the tag itself stands in brackets. */
const URI = /[\w\-;/?:@&=+$.!~*'()%]*/y;
const VERBATIM_URI = /[\w\-;/?:@&=+$,.!~*'()[\]%]*/y;

export interface ScannedTag {
  readonly handle: string | undefined;
  readonly suffix: string;
}

const COMMA = 0x2c;

/** `!suffix`, `!handle!suffix`, `!<uri>` or a lone `!`. */
export function scanTag(cursor: Cursor, inFlow: boolean): ScannedTag {
  const start = cursor.offset;
  const tag = scanForm(cursor);
  const next = cursor.peek();
  const ends = isBlankOrEnd(next) || (inFlow && next === COMMA);
  if (!ends) cursor.fail('expected a blank behind the tag', start);
  return tag;
}

function scanForm(cursor: Cursor): ScannedTag {
  if (cursor.text.startsWith('!<', cursor.offset)) return scanVerbatim(cursor);
  if (isBlankOrEnd(cursor.peek(1))) {
    cursor.forward();
    return { handle: undefined, suffix: '!' };
  }
  const handle = hasHandle(cursor) ? scanHandle(cursor) : '!';
  if (handle === '!') cursor.forward();
  return { handle, suffix: scanUri(cursor, URI) };
}

function scanVerbatim(cursor: Cursor): ScannedTag {
  cursor.forward(2);
  const suffix = scanUri(cursor, VERBATIM_URI);
  if (cursor.text.charAt(cursor.offset) !== '>') cursor.fail('expected `>` at the end of the tag');
  cursor.forward();
  return { handle: undefined, suffix };
}

/** Whether a second `!` follows before the tag ends. */
function hasHandle(cursor: Cursor): boolean {
  let ahead = 1;
  while (cursor.peek(ahead) !== SPACE && !isBreakOrEnd(cursor.peek(ahead))) {
    if (cursor.peek(ahead) === BANG) return true;
    ahead += 1;
  }
  return false;
}

/** `!!` or `!name!`. */
export function scanHandle(cursor: Cursor): string {
  const start = cursor.offset;
  if (cursor.peek() !== BANG) cursor.fail('expected `!` at the start of a handle of tags');
  cursor.forward();
  if (cursor.peek() === SPACE) return cursor.since(start);
  cursor.skipWhile(isNameCharacter);
  if (cursor.peek() !== BANG) cursor.fail('expected `!` at the end of a handle of tags');
  cursor.forward();
  return cursor.since(start);
}

/** The prefix of tags in a directive. */
export function scanPrefix(cursor: Cursor): string {
  return scanUri(cursor, VERBATIM_URI);
}

function scanUri(cursor: Cursor, form: RegExp): string {
  form.lastIndex = cursor.offset;
  const [uri = ''] = form.exec(cursor.text) ?? [];
  if (uri === '') cursor.fail('expected the name of a tag');
  cursor.forward(uri.length);
  return decode(uri, cursor);
}

function decode(uri: string, cursor: Cursor): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return cursor.fail('the tag has a `%` that begins no character', cursor.offset - uri.length);
  }
}

import { isBlankOrEnd, isBreakOrEnd, isNameCharacter, SPACE } from './characters';
import type { Cursor } from './cursor';

const BANG = 0x21;
const URI = /[\w\-;/?:@&=+$,.!~*'()[\]%]*/y;

export interface ScannedTag {
  readonly handle: string | undefined;
  readonly suffix: string;
}

/** `!suffix`, `!handle!suffix`, `!<uri>` or a lone `!`. */
export function scanTag(cursor: Cursor): ScannedTag {
  const start = cursor.offset;
  const tag = scanForm(cursor);
  const next = cursor.peek();
  if (next !== SPACE && !isBreakOrEnd(next)) cursor.fail('expected a blank behind the tag', start);
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
  return { handle, suffix: scanUri(cursor) };
}

function scanVerbatim(cursor: Cursor): ScannedTag {
  cursor.forward(2);
  const suffix = scanUri(cursor);
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

export function scanUri(cursor: Cursor): string {
  URI.lastIndex = cursor.offset;
  const [uri = ''] = URI.exec(cursor.text) ?? [];
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

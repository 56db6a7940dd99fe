import { compareCodePoints } from '../text/python-json';

/** What becomes of a text after keys in it were replaced by values. */
export interface Replaced {
  readonly text: string;
  /** Keys that were nowhere found, longest first. */
  readonly unused: readonly string[];
}

/** What to put in for each key; a value is only asked for where its key is in the text. */
export type Replacements = Pick<ReadonlyMap<string, string>, 'keys' | 'get'>;

/** A piece of a text; what was put in is not looked at again. */
interface Piece {
  readonly text: string;
  readonly done: boolean;
}

/** Characters and pieces that may be looked at, over all keys: a second's work or less. */
const MOST_WORK = 500_000_000;

/**
 * Replaces keys in one pass as Heat does: longer keys first, equally long ones by the alphabet, and
 * what was put in is never replaced itself. `undefined` where the result is longer than `limit`,
 * or there are more keys than can be looked for in a text of that length.
 */
export function replaceTexts(text: string, values: Replacements, limit: number): Replaced | undefined {
  let pieces: Piece[] = [{ text, done: false }];
  let length = text.length;
  const unused: string[] = [];
  let work = 0;
  for (const key of longestFirst(values.keys())) {
    const found = countOccurrences(pieces, key);
    const value = found === 0 ? '' : (values.get(key) ?? '');
    if (found === 0) unused.push(key);
    length += found * (value.length - key.length);
    work += text.length + pieces.length;
    if (length > limit || work > MOST_WORK) return undefined;
    if (found > 0) pieces = pieces.flatMap((piece) => (piece.done ? [piece] : splitPiece(piece.text, key, value)));
  }
  return { text: pieces.map((piece) => piece.text).join(''), unused };
}

export function longestFirst(keys: Iterable<string>): string[] {
  return [...keys].sort((a, b) => b.length - a.length || compareCodePoints(a, b));
}

function countOccurrences(pieces: readonly Piece[], key: string): number {
  let count = 0;
  for (const piece of pieces) {
    if (piece.done) continue;
    for (let at = piece.text.indexOf(key); at !== -1; at = piece.text.indexOf(key, at + key.length)) count += 1;
  }
  return count;
}

function splitPiece(text: string, key: string, value: string): Piece[] {
  const filling: Piece = { text: value, done: true };
  return text.split(key).flatMap((part, index) => {
    const own: Piece = { text: part, done: false };
    return index === 0 ? [own] : [filling, own];
  });
}

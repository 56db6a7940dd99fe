import type { Step } from '../diagnostics/place';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The offset of the value at the end of `path`, or of the deepest one on the way that is there. For a
 * map's entry it is the offset of the key. The text must be valid JSON. Of keys given twice the last counts.
 */
export function locateInJson(text: string, path: readonly Step[]): number {
  let at = skipSpace(text, 0);
  let found = at;
  for (const step of path) {
    const next = text[at] === '{' ? findEntry(text, at, String(step)) : findItem(text, at, Number(step));
    if (next === undefined) return found;
    ({ found, at } = next);
  }
  return found;
}

interface Spot {
  /** Where to point the user to. */
  readonly found: number;
  /** Where the value begins. */
  readonly at: number;
}

function findEntry(text: string, object: number, key: string): Spot | undefined {
  let spot: Spot | undefined;
  let index = skipSpace(text, object + 1);
  while (text[index] === '"') {
    const end = closingQuote(text, index);
    const value = skipSpace(text, skipSpace(text, end + 1) + 1);
    if (JSON.parse(text.slice(index, end + 1)) === key) spot = { found: index, at: value };
    index = skipComma(text, skipValue(text, value));
  }
  return spot;
}

function findItem(text: string, list: number, position: number): Spot | undefined {
  if (text[list] !== '[') return undefined;
  let index = skipSpace(text, list + 1);
  for (let count = 0; index < text.length && text[index] !== ']'; count += 1) {
    if (count === position) return { found: index, at: index };
    index = skipComma(text, skipValue(text, index));
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && text.charCodeAt(index) <= 0x20) index += 1;
  return index;
}

function skipComma(text: string, from: number): number {
  const index = skipSpace(text, from);
  return text[index] === ',' ? skipSpace(text, index + 1) : index;
}

/** The offset right after the value that begins at `from`. */
function skipValue(text: string, from: number): number {
  if (text[from] === '"') return closingQuote(text, from) + 1;
  return /[[{]/.test(text.charAt(from)) ? skipCollection(text, from) : skipBareWord(text, from);
}

function skipCollection(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '"') index = closingQuote(text, index);
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

function skipBareWord(text: string, from: number): number {
  let index = from;
  while (index < text.length && !/[\s,\]}]/.test(text.charAt(index))) index += 1;
  return index;
}

/** The index of the quote that ends the string begun at `start`, or the text's end. */
export function closingQuote(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code === BACKSLASH) index += 1;
  }
  return text.length;
}

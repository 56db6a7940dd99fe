import type { Step } from '../diagnostics/place';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where what is in a map or list stands: keys by their texts, of which the last counts, or items in their order. */
type Inside = Map<string, number> | number[];

/**
 * Where the values of a text stand, which must be valid JSON. Every map and list on the way to one is looked through
 * when it is first asked for, and once: there may be a fault in each of its values.
 */
export class JsonPositions {
  /** By the offset of the map or list. */
  private readonly known = new Map<number, Inside>();

  constructor(private readonly text: string) {}

  /**
   * The offset of the value at the end of `path`, or of the deepest one on the way that is there. For a
   * map's entry it is the offset of the key.
   */
  offsetOf(path: readonly Step[]): number {
    const { text } = this;
    let at = skipSpace(text, 0);
    let found = at;
    for (const step of path) {
      const inside = this.inside(at);
      const isEntry = inside instanceof Map;
      const next = isEntry ? inside.get(String(step)) : inside[Number(step)];
      if (next === undefined) return found;
      found = next;
      at = isEntry ? valueOf(text, next) : next;
    }
    return found;
  }

  private inside(collection: number): Inside {
    const known = this.known.get(collection);
    if (known !== undefined) return known;
    const inside = this.text[collection] === '{' ? entriesOf(this.text, collection) : itemsOf(this.text, collection);
    this.known.set(collection, inside);
    return inside;
  }
}

function entriesOf(text: string, map: number): Map<string, number> {
  const entries = new Map<string, number>();
  let index = skipSpace(text, map + 1);
  while (text[index] === '"') {
    entries.set(JSON.parse(text.slice(index, closingQuote(text, index) + 1)) as string, index);
    index = skipComma(text, skipValue(text, valueOf(text, index)));
  }
  return entries;
}

/** Where the value of a key begins. */
function valueOf(text: string, key: number): number {
  return skipSpace(text, skipSpace(text, closingQuote(text, key) + 1) + 1);
}

/** None where there is no list. */
function itemsOf(text: string, list: number): number[] {
  const items: number[] = [];
  if (text[list] !== '[') return items;
  for (let index = skipSpace(text, list + 1); index < text.length && text[index] !== ']';) {
    items.push(index);
    index = skipComma(text, skipValue(text, index));
  }
  return items;
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

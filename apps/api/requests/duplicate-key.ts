import type { Diagnostic } from '#contracts';
import { pointerPart } from './json-pointer';

/** An object or a list that is not closed yet. */
interface Open {
  /** Names so far; absent in a list, and before the first. */
  names?: Set<string>;
  /** What its entry under way is called: a name, or the number of items before it. */
  at: string | number;
}

/**
 * Finds a name that an object of a JSON text has twice. Readers differ in which of the two they take, so neither can be
 * what was meant for sure. The text is known to be JSON.
 */
export function findDuplicateKey(text: string): Diagnostic | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (isName(text, end) && !isNew(open.at(-1), readName(text, at, end))) return duplicate(open);
      at = end;
    } else follow(code, open);
  }
  return undefined;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Keeps track of what is open. */
function follow(code: number, open: Open[]): void {
  if (code === 0x7b) open.push({ at: '' });
  else if (code === 0x5b) open.push({ at: 0 });
  else if (code === 0x7d || code === 0x5d) open.pop();
  else if (code === COMMA) {
    const inside = open.at(-1);
    if (typeof inside?.at === 'number') inside.at += 1;
  }
}

/** Notes a name; `false`: the object has it already. */
function isNew(inside: Open | undefined, name: string): boolean {
  if (!inside) return true;
  inside.at = name;
  inside.names ??= new Set();
  const before = inside.names.size;
  return inside.names.add(name).size > before;
}

/** Where the string ends that begins there: the place of its second quote, or behind a text that is cut short. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || Number.isNaN(code)) return at;
    at += code === BACKSLASH ? 2 : 1;
  }
}

/** A colon stands behind names alone. */
function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === COLON;
}

function readName(text: string, start: number, end: number): string {
  const bare = text.slice(start + 1, end);
  return bare.includes('\\') ? (JSON.parse(`"${bare}"`) as string) : bare;
}

function duplicate(open: readonly Open[]): Diagnostic {
  const path = open.map(({ at }) => `/${pointerPart(String(at))}`).join('');
  const name = String(open.at(-1)?.at);
  const shown = name.length > 64 ? `${name.slice(0, 64)}…` : name;
  return { path, detail: `the key "${shown}" is there twice: leave one of them out` };
}

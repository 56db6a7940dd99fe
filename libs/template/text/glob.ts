/**
 * Makes of a pattern, as Python's `fnmatch` has them, what says whether a text matches it: `*` is any run
 * of characters, `?` any one, `[ab-d]` one of those, `[!ab-d]` one of all others. Each answer takes at most
 * the product of both lengths, whatever the pattern.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  const parts = partsOf(Array.from(pattern));
  return (text) => matches(parts, Array.from(text));
}

function matches(parts: readonly Part[], text: readonly string[]): boolean {
  let [at, position] = [0, 0];
  /** Where to go on after the last star, and what it has taken so far. */
  let [star, taken] = [-1, 0];
  while (position < text.length) {
    const part = parts[at];
    if (part === ANY_RUN) {
      [star, taken] = [at, position];
      at += 1;
    } else if (part?.(text[position] ?? '') === true) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      taken += 1;
      [at, position] = [star + 1, taken];
    } else {
      return false;
    }
  }
  return parts.slice(at).every((part) => part === ANY_RUN);
}

/** What one character must be, or any run of them. */
type Part = ((character: string) => boolean) | typeof ANY_RUN;
const ANY_RUN = Symbol('*');

function partsOf(pattern: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    const end = character === '[' ? endOfSet(pattern, at) : -1;
    parts.push(end === -1 ? partOf(character) : setOf(pattern.slice(at + 1, end)));
    if (end !== -1) at = end;
  }
  return parts;
}

function partOf(character: string): Part {
  if (character === '*') return ANY_RUN;
  return character === '?' ? () => true : (found) => found === character;
}

/** The bracket that closes a set; one that comes first is a member. `-1`: there is none, and `[` is just itself. */
function endOfSet(pattern: readonly string[], start: number): number {
  const first = pattern[start + 1] === '!' ? start + 2 : start + 1;
  return pattern.indexOf(']', first + 1);
}

function setOf(members: readonly string[]): Part {
  const negated = members[0] === '!';
  const isMember = membership(negated ? members.slice(1) : members);
  return (character) => isMember(character) !== negated;
}

/** Single characters, and ranges of them. */
function membership(members: readonly string[]): (character: string) => boolean {
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const from = members[at] ?? '';
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([from, isRange ? (members[at + 2] ?? '') : from]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}

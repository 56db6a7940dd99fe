/** Visits the characters of a Python pattern that are syntax: not what is escaped, and not what stands in brackets. */
function* syntaxOf(pattern: string, from = 0): Generator<{ at: number; char: string }> {
  for (let at = from; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '[') at = endOfBrackets(pattern, at);
    else yield { at, char };
  }
}

/** Of the bracket that closes the set; one right after the opening stands for itself. */
function endOfBrackets(pattern: string, open: number): number {
  const first = pattern.charAt(open + 1) === '^' ? open + 2 : open + 1;
  for (let at = first; at < pattern.length; at += 1) {
    if (pattern.charAt(at) === '\\') at += 1;
    else if (pattern.charAt(at) === ']' && at > first) return at;
  }
  return pattern.length;
}

/** Where the group that opens at `open` is closed; `undefined` where it is not. */
export function endOfGroup(pattern: string, open: number): number | undefined {
  let depth = 0;
  for (const { at, char } of syntaxOf(pattern, open)) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The parts between the bars that are in no group. */
export function alternativesOf(pattern: string): string[] {
  const bars: number[] = [];
  let depth = 0;
  for (const { at, char } of syntaxOf(pattern)) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === '|' && depth === 0) bars.push(at);
  }
  const ends = [...bars, pattern.length];
  return ends.map((end, index) => pattern.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}

/** How long the quantifier is that stands there, and the least that it asks for; `null` where none does. */
export function quantifierAt(pattern: string, at: number): { readonly length: number; readonly least: number } | null {
  const found = /^(?:[*+?]|\{(\d*)(?:,\d*)?\})\??/.exec(pattern.slice(at, at + 24));
  if (found === null) return null;
  const least = found[0].startsWith('+') ? 1 : Number(found[1] ?? 0);
  return { length: found[0].length, least };
}

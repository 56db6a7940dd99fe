/** Texts longer than this are no names that somebody mistyped. */
const LONGEST = 80;
/** Of more names than this, the rest is not looked at. */
const MANY = 500;

/** ` (did you mean \`x\`?)` for the name nearest to a mistyped one, or nothing where none is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : ` (did you mean \`${nearest}\`?)`;
}

/** The name that takes the fewest edits to reach, if those are few for a name of that length. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > LONGEST) return undefined;
  let best: string | undefined;
  // A third of the characters may be wrong, but never all of them.
  let fewest = Math.min(Math.max(1, Math.floor(name.length / 3)), name.length - 1) + 1;
  let looked = 0;
  for (const candidate of known) {
    looked += 1;
    if (looked > MANY) break;
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Levenshtein's distance with swaps of neighbours counting one; rows are used again, as there may be many names. */
function editDistance(from: string, to: string): number {
  let beforeLast = new Uint16Array(to.length + 1);
  let last = Uint16Array.from(beforeLast, (_, column) => column);
  let current = new Uint16Array(to.length + 1);
  for (let row = 1; row <= from.length; row += 1) {
    current[0] = row;
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swaps = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = swaps ? at(beforeLast, column - 2) + 1 : replaced;
      current[column] = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced, swapped);
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return at(last, to.length);
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? 0;
}

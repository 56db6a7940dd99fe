/** Texts longer than this are no names that somebody mistyped. */
const LONGEST = 80;
/** With more names than this to choose from, only those of about the same length are looked at. */
const MANY = 2000;

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
    const farOff = Math.abs(candidate.length - name.length) >= fewest;
    if (farOff || (looked += 1) > MANY) continue;
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** Levenshtein's distance with swaps of neighbours counting one. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
      current.push(edits);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

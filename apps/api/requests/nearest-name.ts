/** The known name that a mistyped one is likely to mean; `undefined` where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // A name longer than this is no slip of the hand, and comparing it would cost the square of its length.
  if (name.length > 64) return undefined;
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** Levenshtein distance, row by row. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** What a client is told of a name that nobody knows. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const shown = name.length > 64 ? `${name.slice(0, 64)}…` : name;
  const near = nearestName(name, known);
  if (near !== undefined) return `there is no ${what} "${shown}": did you mean "${near}"?`;
  return `there is no ${what} "${shown}": ${known.length === 0 ? 'none is known here' : `known are ${known.join(', ')}`}`;
}

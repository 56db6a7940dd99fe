import { requirementsOf } from '../graph';

/**
 * Of the items of a graph without cycles those that are marked, and those that stand between two of them: they need one,
 * over however many edges, and another needs them. Linear in items and edges.
 */
export function between(dependents: readonly (readonly number[])[], marked: readonly boolean[]): boolean[] {
  const after = reached(dependents, marked);
  const before = reached(requirementsOf(dependents), marked);
  return marked.map((isMarked, position) => isMarked || (after[position] === true && before[position] === true));
}

/** What can be reached from a marked item over one edge or more. */
function reached(edges: readonly (readonly number[])[], marked: readonly boolean[]): boolean[] {
  const found = marked.map(() => false);
  const open = marked.flatMap((isMarked, position) => (isMarked ? [position] : []));
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    for (const next of edges[position] ?? []) {
      if (found[next] === true) continue;
      found[next] = true;
      if (marked[next] !== true) open.push(next);
    }
  }
  return found;
}

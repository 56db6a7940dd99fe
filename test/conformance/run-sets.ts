import { runCases } from './comparison';
import type { Difference, Result } from './comparison';
import { reasonFor } from './known-differences';
import { SETS } from './sets';
import { loadVectors } from './vectors';
import type { Folders } from './vectors';

export interface SetResult extends Result {
  readonly name: string;
  /** Differences that nobody has given a reason for. */
  readonly unexplained: readonly Difference[];
}

/** Asks the cases of every set. */
export function runSets(folders: Folders): SetResult[] {
  return SETS.map(({ name, questions }) => {
    const vectors = loadVectors(folders, name);
    const byId = new Map(vectors.map((vector) => [vector.id, vector]));
    const result = runCases(vectors, (vector) => questions(vector, folders));
    const unexplained = result.differ.filter((difference) => {
      const vector = byId.get(difference.id);
      return vector === undefined || reasonFor(difference, vector) === undefined;
    });
    return { name, ...result, unexplained };
  });
}

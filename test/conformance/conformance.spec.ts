import { runCases } from './comparison';
import { explainedIds, reasonFor } from './known-differences';
import { conformanceSets } from './sets';
import { VECTORS_MISSING } from './vectors';

if (VECTORS_MISSING === undefined) {
  describe('Kiln answers as Heat does', () => {
    const results = conformanceSets().map(({ name, vectors, answer }) => {
      const byId = new Map(vectors.map((vector) => [vector.id, vector]));
      const { cases, agree, differ } = runCases(vectors, answer);
      const unexplained = differ.filter((difference) => reasonFor(difference, byId.get(difference.id)!) === undefined);
      return { name, cases, agree, differ, unexplained };
    });

    it.each(results)('$name: $agree of $cases cases agree, and the others have a reason', ({ cases, unexplained }) => {
      expect(cases).toBeGreaterThan(0);
      expect(unexplained).toEqual([]);
    });

    it('keeps no reason for a difference that is gone', () => {
      const differing = new Set(results.flatMap(({ differ }) => differ.map(({ id }) => id)));
      expect(explainedIds().filter((id) => !differing.has(id))).toEqual([]);
    });
  });
} else {
  it.skip(`answers as Heat does: ${VECTORS_MISSING}`, () => undefined);
}

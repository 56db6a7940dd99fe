import { explainedIds } from './known-differences';
import { runSets } from './run-sets';
import { DEFAULT_FOLDERS, vectorsMissing } from './vectors';

const missing = vectorsMissing(DEFAULT_FOLDERS);

if (missing === undefined) {
  describe('Kiln answers as Heat does', () => {
    const results = runSets(DEFAULT_FOLDERS);

    it.each(results)('$name: $agree of $cases cases agree, and the others have a reason', ({ cases, unexplained }) => {
      expect(cases).toBeGreaterThan(0);
      expect(unexplained).toEqual([]);
    });

    it('differs in fewer than one case of a hundred', () => {
      const cases = results.reduce((sum, result) => sum + result.cases, 0);
      expect(results.flatMap(({ differ }) => differ).length / cases).toBeLessThan(0.01);
    });

    it('keeps no reason for a difference that is gone', () => {
      const differing = new Set(results.flatMap(({ differ }) => differ.map(({ id }) => id)));
      expect(explainedIds().filter((id) => !differing.has(id))).toEqual([]);
    });
  });
} else {
  it.skip(`answers as Heat does: ${missing}`, () => undefined);
}

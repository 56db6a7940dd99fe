import fc from '../../../test/support/fast-check';
import { deletableIds } from './deletable';
import type { Told } from './deletable';

const batch = fc
  .array(fc.record({ rootId: fc.constantFrom('a', 'b', 'c'), confirmed: fc.boolean() }), { maxLength: 30 })
  .map((rows): Told[] => rows.map((row, id) => ({ ...row, id })));

describe('deletableIds', () => {
  it('deletes nothing that was not confirmed, and nothing behind it in the same root', () => {
    fc.assert(
      fc.property(batch, (told) => {
        const deleted = new Set(deletableIds(told));
        for (const [index, row] of told.entries()) {
          const before = told.slice(0, index + 1).filter(({ rootId }) => rootId === row.rootId);
          expect(deleted.has(row.id)).toBe(before.every(({ confirmed }) => confirmed));
        }
      }),
    );
  });
});

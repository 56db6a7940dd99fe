import type { RootId } from '#contracts';
import { underRoots } from '../database/root-transaction';
import { withSession } from '../database/session';
import { byRoot } from './by-root';
import { FIND_PURGEABLE, PURGE } from './statements';
import type { SweepTools } from './sweep-tools';

/**
 * Removes all that is recorded of stacks that were deleted long ago, their sealed templates and parameters among it.
 * What is not told yet of a stack keeps it; what was told, the broker's log keeps as long as it keeps anything,
 * and what its index notes of a purged stack goes with that.
 */
export async function purgeDeletedStacks(tools: SweepTools, keptDays: number): Promise<void> {
  const old = await withSession(tools.database, (session) =>
    session.rows<{ root_id: RootId }>(FIND_PURGEABLE, [keptDays]),
  );
  const purge = async (stacks: readonly { root_id: RootId }[]): ReturnType<typeof underRoots> => {
    const roots = stacks.map((stack) => stack.root_id);
    return underRoots(tools.database, roots, async ({ session }) => {
      for (const statement of PURGE) await session.rows(statement, [roots]);
    });
  };
  await byRoot(old, purge, tools.log);
}

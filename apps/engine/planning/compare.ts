import type { DataSource } from 'typeorm';
import { compareResources } from '#comparison';
import type { Compared, CompareTools, Looks, ReadRow } from '#comparison';
import type { StackId } from '#contracts';
import type { PreparedStack } from '#template';
import { withSession } from '../database/session';
import { runInTurns } from '../definitions/run-in-turns';
import { SELECT_MADE } from './statements';

/** A resource's row as it was read before the root's lock was taken. */
export interface VersionedRow extends ReadRow {
  /** Changes with the row. */
  readonly version: string;
}

/** What a template wants, compared with rows that were read before the root's lock was taken. */
export interface ComparedStack {
  readonly stack: PreparedStack;
  readonly rows: readonly Pick<VersionedRow, 'id' | 'name' | 'version'>[];
  readonly verdicts: ReadonlyMap<string, Compared>;
}

/** Reads what a stack has, and compares it with what a template wants, in turns with everything else. */
export function createCompare(
  database: DataSource,
  tools: CompareTools,
): (stack: PreparedStack, stackId: StackId, looks: Looks) => Promise<ComparedStack> {
  return async (stack, stackId, looks) => {
    const rows = await withSession(database, (session) => session.rows<VersionedRow>(SELECT_MADE, [stackId]));
    return { stack, rows, verdicts: await runInTurns(compareResources(stack, rows, tools, looks)) };
  };
}

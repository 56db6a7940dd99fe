import type { RootTransaction } from '../database/root-transaction';
import type { ChangeOf } from './change';
import { STORE_PHYSICAL_IDS } from './statements';

/** The columns with which a step's state is stored. */
export function stateColumns(changes: readonly (ChangeOf<'keep'> | ChangeOf<'park'>)[]): unknown[] {
  return [
    changes.map(({ node }) => node.id),
    changes.map(({ node }) => node.token),
    changes.map(({ sealedState }) => sealedState),
  ];
}

/** Stores what the things are called that steps have begun to make. */
export async function storePhysicalIds(
  transaction: RootTransaction,
  changes: readonly (ChangeOf<'keep'> | ChangeOf<'park'>)[],
): Promise<void> {
  const named = changes.filter(({ physicalId }) => physicalId !== null);
  if (named.length === 0) return;
  await transaction.session.rows(STORE_PHYSICAL_IDS, [
    named.map(({ node }) => node.resource_id),
    named.map(({ physicalId }) => physicalId),
  ]);
}

import type { SortColumn, SortColumns } from '../requests/keyset';
import type { SortTerm } from '../requests/query-members';

const CREATED_AT: SortColumn = { expression: 's.created_at', type: 'timestamptz' };

/** What stacks can be sorted by. A stack that was never updated comes before those that were. */
export const STACK_SORTS: SortColumns = {
  created_at: CREATED_AT,
  updated_at: { expression: "COALESCE(s.updated_at, '-infinity')", type: 'timestamptz' },
  name: { expression: 's.name', type: 'text' },
  action: { expression: 's.action', type: 'text' },
  status: { expression: 's.status', type: 'text' },
};

/** Those alike are sorted by age, so that the index of a sort also finds what one of its values has in the usual order. */
export const STACK_KEY: SortColumns = { created_at: CREATED_AT, id: { expression: 's.id', type: 'uuid' } };

/** Newest first, as in Heat. */
export const STACK_ORDER: readonly SortTerm[] = [{ name: 'created_at', direction: 'desc' }];

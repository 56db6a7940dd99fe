import type { SortColumns } from '../requests/keyset';
import type { SortTerm } from '../requests/query-members';

/** What operations can be sorted by. */
export const OPERATION_SORTS: SortColumns = {
  created_at: { expression: 'o.created_at', type: 'timestamptz' },
  action: { expression: 'o.action', type: 'text' },
  status: { expression: 'o.status', type: 'text' },
};

export const OPERATION_KEY: SortColumns = { id: { expression: 'o.id', type: 'uuid' } };

/** The current operation first. */
export const OPERATION_ORDER: readonly SortTerm[] = [{ name: 'created_at', direction: 'desc' }];

import type { SortColumns } from '../requests/keyset';
import type { SortTerm } from '../requests/query-members';

/** What resources can be sorted by. A list has one entry a name, so the name is the key. */
export const RESOURCE_SORTS: SortColumns = {
  resource_name: { expression: 'r.name', type: 'text' },
  resource_type: { expression: 'r.type', type: 'text' },
  action: { expression: 'r.action', type: 'text' },
  status: { expression: 'r.status', type: 'text' },
  created_at: { expression: 'r.created_at', type: 'timestamptz' },
  updated_at: { expression: "COALESCE(r.updated_at, '-infinity')", type: 'timestamptz' },
};

export const RESOURCE_KEY: SortColumns = { resource_name: { expression: 'r.name', type: 'text' } };

/** By name, unless asked otherwise. */
export const RESOURCE_ORDER: readonly SortTerm[] = [];

/** Entries that one answer holds at most. */
export const MOST_PER_PAGE = 1_000;

export interface Page<Row> {
  rows: Row[];
  /** Whether there are more after these. */
  more: boolean;
}

/** Cuts a page out of rows that were read with one more than the limit. */
export function cutPage<Row>(rows: Row[], limit: number): Page<Row> {
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

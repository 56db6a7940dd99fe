/** Entries that one answer holds at most. */
export const MOST_PER_PAGE = 1_000;

/** Stacks on a page, unless a request says otherwise; of everything else there are as many as can be. */
export const STACKS_PER_PAGE = 100;

export interface Page<Row> {
  rows: Row[];
  /** The last of these, where there are more after it. */
  last: Row | undefined;
}

/** Cuts a page out of rows that were read with one more than the limit. */
export function cutPage<Row>(rows: Row[], limit: number): Page<Row> {
  const page = rows.slice(0, limit);
  return { rows: page, last: rows.length > limit ? page.at(-1) : undefined };
}

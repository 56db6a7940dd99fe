/** What one evaluation may cost (the first two are Heat's `yaql.limit_iterators` and `yaql.memory_quota`). */
export const YAQL_LIMITS = {
  /** Items of one collection that a function goes through, or that a result has. */
  items: 200,
  /** Size of one value in bytes, as CPython counts them. */
  memory: 10_000,
  /** How deep calls and collections stand in each other; CPython gives up at about half of it. */
  depth: 250,
  /** Function calls, items gone through and values looked at, all in all. */
  steps: 500_000,
  /** Characters of a text on the way to a value. */
  characters: 1024 * 1024,
  /** Length of an expression. */
  text: 100_000,
  /** How deep the parts of an expression may stand in each other. */
  nesting: 200,
} as const;

/** A PostgreSQL array literal: rows of arrays of different lengths can't be sent as one array of arrays. */
export function textArray(names: readonly string[]): string {
  return `{${names.map((name) => `"${name.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

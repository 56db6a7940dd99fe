import type { DataSource } from 'typeorm';

/** A table with sealed columns. */
export interface SealedTable {
  name: string;
  /** The primary key, in its order. */
  key: readonly { name: string; type: string }[];
  sealed: readonly string[];
  /** An SQL condition on rows that stay as they are; they go by themselves. */
  leftAlone: string;
}

/**
 * The body of a request that an earlier version was sent is recognised by an HMAC alone, which only the key makes that
 * was current then. Such rows go after a day.
 */
const LEFT_ALONE: Readonly<Record<string, string>> = { idempotency_keys: 'sealed_body_digest IS NULL' };

/** Every table with sealed columns, as the entities say: their names begin with `sealed_`. */
export function sealedTablesOf(database: DataSource): SealedTable[] {
  return database.entityMetadatas
    .map(({ tableName, primaryColumns, columns }) => ({
      name: tableName,
      key: primaryColumns.map(({ databaseName: name, type }) => ({ name, type: String(type) })),
      sealed: columns.map(({ databaseName }) => databaseName).filter((name) => name.startsWith('sealed_')),
      leftAlone: LEFT_ALONE[tableName] ?? 'false',
    }))
    .filter(({ sealed }) => sealed.length > 0)
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

import type { DataSource } from 'typeorm';
import { SEALED_HEADER_BYTES } from '#entities';
import type { SealedTable } from './sealed-tables';
import { readStatement, replaceStatement, scanStatement } from './statements';

/** The values of a primary key, in its order. */
export type RowKey = readonly unknown[];

/** A row that was looked at. */
export interface SeenRow {
  key: RowKey;
  /** Of each value under another key than the current: that key's id. */
  under: readonly string[];
  /** Bytes of those values. */
  size: number;
  /** Whether it is to stay as it is. */
  isLeftAlone: boolean;
}

/** For each sealed column its value under another key than the current; null: there is none. */
export interface StoredRow {
  key: RowKey;
  values: readonly (Buffer | null)[];
}

/** A row of which some values were sealed anew. */
export interface ResealedRow extends StoredRow {
  resealed: readonly (Buffer | null)[];
}

/** The rows of a table with sealed columns. */
export class SealedRows {
  constructor(
    private readonly database: DataSource,
    readonly table: SealedTable,
    /** What a value under the current key begins with. */
    private readonly prefix: Buffer,
  ) {}

  /** Some rows behind a key, or the first; none where there are no more. */
  async scan(after: RowKey | undefined): Promise<SeenRow[]> {
    const statement = scanStatement(this.table, after === undefined);
    const rows = await this.database.query<Record<string, unknown>[]>(statement, [this.prefix, ...(after ?? [])]);
    return rows.map((row) => ({
      key: this.keyOf(row),
      under: row['under'] as string[],
      size: Number(row['size']),
      isLeftAlone: row['left_alone'] === true,
    }));
  }

  async read(keys: readonly RowKey[]): Promise<StoredRow[]> {
    const values = [this.prefix, ...this.table.key.map((_, index) => keys.map((key) => key[index]))];
    const rows = await this.database.query<Record<string, Buffer | null>[]>(readStatement(this.table), values);
    return rows.map((row) => ({
      key: this.keyOf(row),
      values: this.table.sealed.map((name) => row[name] ?? null),
    }));
  }

  /** Answers how many rows it changed: those that are locked, or are not what they were, stay. */
  async replace(rows: readonly ResealedRow[]): Promise<number> {
    const parameters = [
      ...this.table.key.map((_, index) => rows.map(({ key }) => key[index])),
      ...this.table.sealed.flatMap((_, index) => [
        // What was not sealed anew need not be what it was.
        rows.map(({ values, resealed }) => (resealed[index] ? headerOf(values[index] ?? null) : null)),
        rows.map(({ resealed }) => resealed[index] ?? null),
      ]),
    ];
    const [changed] = await this.database.query<[unknown[], number]>(replaceStatement(this.table), parameters);
    return changed.length;
  }

  private keyOf(row: Record<string, unknown>): RowKey {
    return this.table.key.map(({ name }) => row[name]);
  }
}

function headerOf(value: Buffer | null): Buffer | null {
  return value === null ? null : value.subarray(0, SEALED_HEADER_BYTES);
}

import type { SortTerm } from './query-members';

/** What a list can be sorted by: an SQL expression that is never NULL, and its type. */
export interface SortColumn {
  expression: string;
  type: 'text' | 'timestamptz' | 'uuid';
}

export type SortColumns = Readonly<Record<string, SortColumn>>;

interface Key {
  column: SortColumn;
  direction: 'asc' | 'desc';
}

/**
 * Paging by the last entry seen (keyset), which neither skips nor repeats while entries come and go. The terms are
 * followed by the columns of `unique`, so that no two entries are alike.
 */
export class Keyset {
  private readonly keys: readonly Key[];

  constructor(columns: SortColumns, terms: readonly SortTerm[], unique: SortColumn) {
    const named = terms.flatMap(({ name, direction }) => {
      const column = columns[name];
      return column ? [{ column, direction }] : [];
    });
    const last = named.at(-1)?.direction ?? 'asc';
    this.keys = [...named, { column: unique, direction: last }];
  }

  /** The list of an ORDER BY. */
  get order(): string {
    return this.keys.map(({ column, direction }) => `${column.expression} ${direction}`).join(', ');
  }

  /** Select list that reads an entry's place; texts, so that no precision of a time is lost on the way. */
  get place(): string {
    return `ARRAY[${this.keys.map(({ column }) => `(${column.expression})::text`).join(', ')}] AS place`;
  }

  /** The condition "after that place", with its values as parameters from `$first` on. */
  after(first: number): string {
    const parameters = this.keys.map(({ column }, at) => `$${first + at}::${column.type}`);
    if (new Set(this.keys.map(({ direction }) => direction)).size === 1) {
      const sign = this.keys[0]?.direction === 'desc' ? '<' : '>';
      // Compared as rows, which an index on the same columns answers.
      return `(${this.keys.map(({ column }) => column.expression).join(', ')}) ${sign} (${parameters.join(', ')})`;
    }
    const alternatives = this.keys.map((key, at) => {
      const equal = this.keys.slice(0, at).map(({ column }, i) => `${column.expression} = ${parameters[i] ?? ''}`);
      const beyond = `${key.column.expression} ${key.direction === 'desc' ? '<' : '>'} ${parameters[at] ?? ''}`;
      return `(${[...equal, beyond].join(' AND ')})`;
    });
    return `(${alternatives.join(' OR ')})`;
  }
}

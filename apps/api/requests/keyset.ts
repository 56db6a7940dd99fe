import type { SortTerm } from './query-members';

/** What a list can be sorted by: an SQL expression that is never NULL, and its type. */
export interface SortColumn {
  expression: string;
  type: 'text' | 'timestamptz' | 'uuid';
}

export type SortColumns = Readonly<Record<string, SortColumn>>;

interface Key extends SortTerm {
  column: SortColumn;
}

/**
 * Paging by the last entry seen (keyset), which neither skips nor repeats while entries come and go. The terms are
 * followed by the columns of `unique`, in their order, so that no two entries are alike.
 */
export class Keyset {
  private readonly keys: readonly Key[];

  constructor(columns: SortColumns, terms: readonly SortTerm[], unique: SortColumns) {
    const named = terms.flatMap((term) => {
      const column = columns[term.name];
      return column ? [{ ...term, column }] : [];
    });
    const direction = named.at(-1)?.direction ?? 'asc';
    const isNamed = ({ expression }: SortColumn): boolean =>
      named.some(({ column }) => column.expression === expression);
    const rest = Object.entries(unique).filter(([, column]) => !isNamed(column));
    this.keys = [...named, ...rest.map(([name, column]) => ({ name, direction, column }))];
  }

  /** Types of a place's values. */
  get types(): SortColumn['type'][] {
    return this.keys.map(({ column }) => column.type);
  }

  /** Tells this order from others. */
  get signature(): string {
    return this.keys.map(({ name, direction }) => `${name}:${direction}`).join(',');
  }

  /** The list of an ORDER BY. */
  get order(): string {
    return this.keys.map(({ column, direction }) => `${column.expression} ${direction}`).join(', ');
  }

  /** Select list that reads an entry's place; texts, so that no precision of a time is lost on the way. */
  get place(): string {
    return `ARRAY[${this.keys.map(({ column }) => textOf(column)).join(', ')}] AS place`;
  }

  /** The condition "after that place", with its values as parameters from `$first` on. */
  after(first: number): string {
    const parameters = this.keys.map(({ column }, at) => `$${first + at}::${column.type}`);
    const same = this.keys.findIndex(({ direction }) => direction !== this.keys[0]?.direction);
    if (same === -1) return this.compareRows(parameters, '');
    const alternatives = this.keys.map((key, at) => {
      const equal = this.keys.slice(0, at).map(({ column }, i) => `${column.expression} = ${parameters[i] ?? ''}`);
      const beyond = `${key.column.expression} ${key.direction === 'desc' ? '<' : '>'} ${parameters[at] ?? ''}`;
      return `(${[...equal, beyond].join(' AND ')})`;
    });
    // Said twice: an index finds no place by alternatives, but by the terms before the direction turns.
    return `${this.compareRows(parameters.slice(0, same), '=')} AND (${alternatives.join(' OR ')})`;
  }

  /** The first terms, compared as rows, which an index on the same columns answers. */
  private compareRows(parameters: readonly string[], orEqual: '=' | ''): string {
    const columns = this.keys.slice(0, parameters.length).map(({ column }) => column.expression);
    const sign = this.keys[0]?.direction === 'desc' ? '<' : '>';
    return `(${columns.join(', ')}) ${sign}${orEqual} (${parameters.join(', ')})`;
  }
}

/** Times as JSON has them, which no setting of the server changes. */
function textOf({ expression, type }: SortColumn): string {
  return type === 'timestamptz' ? `to_json(${expression}) #>> '{}'` : `(${expression})::text`;
}

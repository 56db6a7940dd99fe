import { Keyset } from './keyset';
import type { SortColumns } from './keyset';

const COLUMNS: SortColumns = {
  name: { expression: 'x.name', type: 'text' },
  created_at: { expression: 'x.created_at', type: 'timestamptz' },
};
const UNIQUE: SortColumns = { created_at: COLUMNS['created_at']!, id: { expression: 'x.id', type: 'uuid' } };

describe('Keyset', () => {
  it('compares rows where every term goes the same way, as an index does', () => {
    const keyset = new Keyset(COLUMNS, [{ name: 'name', direction: 'desc' }], UNIQUE);
    expect(keyset.order).toBe('x.name desc, x.created_at desc, x.id desc');
    expect(keyset.after(3)).toBe('(x.name, x.created_at, x.id) < ($3::text, $4::timestamptz, $5::uuid)');
  });

  it('says no term twice', () => {
    const keyset = new Keyset(COLUMNS, [{ name: 'created_at', direction: 'asc' }], UNIQUE);
    expect(keyset.order).toBe('x.created_at asc, x.id asc');
  });

  it('spells the order out where terms go different ways, and says where an index begins', () => {
    const terms = [
      { name: 'created_at', direction: 'desc' },
      { name: 'name', direction: 'asc' },
    ] as const;
    const keyset = new Keyset(COLUMNS, terms, UNIQUE);
    expect(keyset.order).toBe('x.created_at desc, x.name asc, x.id asc');
    expect(keyset.after(1)).toBe(
      '(x.created_at) <= ($1::timestamptz)' +
        ' AND ((x.created_at < $1::timestamptz)' +
        ' OR (x.created_at = $1::timestamptz AND x.name > $2::text)' +
        ' OR (x.created_at = $1::timestamptz AND x.name = $2::text AND x.id > $3::uuid))',
    );
  });

  it('reads a place as texts, so that a time keeps its microseconds', () => {
    expect(new Keyset(COLUMNS, [], UNIQUE).place).toBe("ARRAY[to_json(x.created_at) #>> '{}', (x.id)::text] AS place");
  });

  it('is told from others by its terms', () => {
    const of = (direction: 'asc' | 'desc'): string =>
      new Keyset(COLUMNS, [{ name: 'name', direction }], UNIQUE).signature;
    expect([of('asc'), of('desc')]).toEqual(['name:asc,created_at:asc,id:asc', 'name:desc,created_at:desc,id:desc']);
  });
});

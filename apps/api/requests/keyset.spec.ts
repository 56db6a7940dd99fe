import { Keyset } from './keyset';
import type { SortColumns } from './keyset';

const COLUMNS: SortColumns = {
  name: { expression: 'x.name', type: 'text' },
  created_at: { expression: 'x.created_at', type: 'timestamptz' },
};
const ID = { expression: 'x.id', type: 'uuid' } as const;

describe('Keyset', () => {
  it('compares rows where every term goes the same way, as an index does', () => {
    const keyset = new Keyset(COLUMNS, [{ name: 'created_at', direction: 'desc' }], ID);
    expect(keyset.order).toBe('x.created_at desc, x.id desc');
    expect(keyset.after(3)).toBe('(x.created_at, x.id) < ($3::timestamptz, $4::uuid)');
  });

  it('spells the order out where terms go different ways', () => {
    const terms = [
      { name: 'created_at', direction: 'desc' },
      { name: 'name', direction: 'asc' },
    ] as const;
    const keyset = new Keyset(COLUMNS, terms, ID);
    expect(keyset.order).toBe('x.created_at desc, x.name asc, x.id asc');
    expect(keyset.after(1)).toBe(
      '((x.created_at < $1::timestamptz)' +
        ' OR (x.created_at = $1::timestamptz AND x.name > $2::text)' +
        ' OR (x.created_at = $1::timestamptz AND x.name = $2::text AND x.id > $3::uuid))',
    );
  });

  it('reads a place as texts, so that a time keeps its microseconds', () => {
    expect(new Keyset(COLUMNS, [], ID).place).toBe('ARRAY[(x.id)::text] AS place');
  });
});

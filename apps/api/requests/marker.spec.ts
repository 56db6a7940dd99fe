import { Keyset } from './keyset';
import { markerOf, placeOfMarker, unknownMarker } from './marker';

const TIME = '2026-01-01T10:00:00.123456+00:00';
const ID = '6f1c2d3e-0000-4000-8000-000000000001';
const COLUMNS = {
  name: { expression: 'x.name', type: 'text' },
  created_at: { expression: 'x.created_at', type: 'timestamptz' },
} as const;
const UNIQUE = { created_at: COLUMNS.created_at, id: { expression: 'x.id', type: 'uuid' } } as const;
const keysetOf = (direction: 'asc' | 'desc'): Keyset => new Keyset(COLUMNS, [{ name: 'name', direction }], UNIQUE);

describe('placeOfMarker', () => {
  const keyset = keysetOf('asc');
  const read = (marker: string, find: (marker: string) => string[] | undefined = () => undefined): Promise<unknown> =>
    placeOfMarker(marker, { keyset, wanted: 'the id of a thing', find: (name) => Promise.resolve(find(name)) });
  const encode = (value: unknown): string => `~${Buffer.from(JSON.stringify(value)).toString('base64url')}`;

  it.each([TIME, '-infinity'])('reads the place that a link’s marker holds, with the time %s', async (time) => {
    expect(await read(markerOf(['ü"', time, ID], keyset))).toEqual(['ü"', time, ID]);
  });

  it('has an entry found that a marker names', async () => {
    expect(await read('b', (name) => [name, TIME, ID])).toEqual(['b', TIME, ID]);
    expect(await read('~b', (name) => [name, TIME, ID])).toEqual(['~b', TIME, ID]);
  });

  it.each<[string, string]>([
    ['names nothing', 'b'],
    ['is of another order', markerOf(['a', TIME, ID], keysetOf('desc'))],
    ['lacks a value', markerOf(['a', TIME], keyset)],
    ['has one too many', markerOf(['a', TIME, ID, 'b'], keyset)],
    ['has a text that PostgreSQL does not take', markerOf(['\0', TIME, ID], keyset)],
    ['has no time', markerOf(['a', 'yesterday', ID], keyset)],
    ['has a month that there is not', markerOf(['a', '2026-13-01T10:00:00+00:00', ID], keyset)],
    ['has a day that there is not', markerOf(['a', '2026-02-30T10:00:00+00:00', ID], keyset)],
    ['has a time zone that there is not', markerOf(['a', '2026-02-01T10:00:00+20:00', ID], keyset)],
    ['has no id', markerOf(['a', TIME, '1'], keyset)],
    ['has what is no text', encode([keyset.signature, 1, TIME, ID])],
    ['is no list', encode({})],
    ['is no JSON', '~x'],
  ])('refuses a marker that %s', async (_fault, marker) => {
    await expect(read(marker)).rejects.toThrow(unknownMarker('the id of a thing'));
  });
});

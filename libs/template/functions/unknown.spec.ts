import type { Json } from '#contracts';
import { faultsOf, isUnknown } from '../fixtures/try-stack';

/** What `later` says of itself is not known, since it is not there. */
const later: Json = { get_attr: ['later', 'address'] };

describe('what a function makes of something that is not known yet', () => {
  it.each<[Json]>([
    [later],
    [{ get_resource: 'later' }],
    [{ get_resource: later }],
    [{ get_attr: [later, 'address'] }],
    [{ get_attr: [later] }],
    [{ get_attr: ['server', later] }],
    [{ digest: ['md5', later] }],
    [{ digest: later }],
    [{ get_attr: ['later'] }],
    [{ get_attr: ['later', 'ports', 0, 'x'] }],
    [{ get_attr: ['server', 'ports', later] }],
    [{ get_param: later }],
    [{ get_param: [later, 'a'] }],
    [{ get_param: ['data', later] }],
    [{ get_file: later }],
    [{ list_join: [later, ['a']] }],
    [{ list_join: [later, later] }],
    [{ list_join: ['-', later] }],
    [{ list_join: ['-', ['a'], later] }],
    [{ list_join: ['-', later, ['a']] }],
    [{ list_join: ['-', ['a', later]] }],
    [{ list_join: ['-', ['a', [later]]] }],
    [{ list_concat: later }],
    [{ list_concat: [['a'], later] }],
    [{ list_concat_unique: later }],
    [{ list_concat_unique: [['a'], later] }],
    [{ list_concat_unique: [['a'], [later]] }],
    [{ map_merge: later }],
    [{ map_merge: [{}, later] }],
    [{ map_replace: later }],
    [{ map_replace: [later, {}] }],
    [{ map_replace: [{ a: 'x' }, later] }],
    [{ map_replace: [{ a: 'x' }, { keys: later }] }],
    [{ map_replace: [{ a: 'x' }, { values: later }] }],
    [{ map_replace: [{ a: later }, {}] }],
    [{ map_replace: [{ a: 'x' }, { keys: { a: later } }] }],
    [{ filter: [later, ['a']] }],
    [{ filter: [['a'], later] }],
    [{ contains: [later, ['a']] }],
    [{ contains: [later, 'a'] }],
    [{ contains: ['a', later] }],
    [{ contains: [['a'], [[later]]] }],
    [{ str_split: later }],
    [{ str_split: [later, 'a'] }],
    [{ str_split: [',', later] }],
    [{ str_split: [',', 'a', later] }],
    [{ str_replace: { template: later, params: {} } }],
    [{ str_replace: { template: 'a', params: later } }],
    [{ str_replace: { template: 'a', params: { b: later } } }],
    [{ str_replace: { template: later, params: later } }],
    [{ str_replace_vstrict: { template: 'a', params: { a: [later] } } }],
    [{ repeat: { template: later, for_each: { a: ['x'] } } }],
    [{ repeat: { template: 'a', for_each: later } }],
    [{ repeat: { template: 'a', for_each: { a: later } } }],
    [{ repeat: { template: 'a', for_each: { a: later, b: [] } } }],
    [{ make_url: { host: later } }],
    [{ make_url: { query: { a: later } } }],
  ])('is not known either: %j', (value) => {
    expect(isUnknown(value)).toBe(true);
  });

  it.each<[Json]>([
    [{ list_join: [later, ['a', 5]] }],
    [{ list_join: [5, later] }],
    [{ list_join: ['-', later, 5] }],
    [{ str_replace: { template: later, params: { '': 1 } } }],
    [{ str_replace: { template: 5, params: later } }],
    [{ filter: [later, 5] }],
    [{ map_replace: [later, 5] }],
    [{ map_replace: [5, later] }],
    [{ repeat: { template: later, for_each: {} } }],
    [{ repeat: { template: 'a', for_each: { a: later, b: 5 } } }],
    [{ make_url: { host: later, scheme: 5 } }],
  ])('is found faulty by what is known of it: %j', (value) => {
    const faults = faultsOf(value);
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('not known yet');
  });

  it.each<[Json]>([
    [{ filter: [later, []] }],
    [{ filter: [later, null] }],
    [{ str_split: [',', null, later] }],
    [{ if: [true, 'a', later] }],
    [{ get_attr: ['server', 'address'] }],
  ])('is known where it does not count: %j', (value) => {
    expect(faultsOf(value)).toEqual([]);
  });

  it('is only partly unknown where lists and maps are put together', () => {
    expect(isUnknown({ list_concat: [['a'], [later]] })).toBe(true);
    expect(isUnknown({ map_merge: [{ a: 1 }, { b: later }] })).toBe(true);
    expect(isUnknown({ contains: ['a', { list_concat: [['b'], [later]] }] })).toBe(true);
    expect(isUnknown({ repeat: { template: ['a', later], for_each: { a: ['x', 'y'] } } })).toBe(true);
    expect(isUnknown({ repeat: { template: 'a', for_each: { a: ['x', later] } } })).toBe(true);
    expect(isUnknown({ repeat: { template: { 'k-a': 1 }, for_each: { a: [later] } } })).toBe(true);
  });
});

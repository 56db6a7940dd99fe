import type { Json } from '#contracts';
import { referencesOf } from '../fixtures/try-stack';

const server: Json = { get_resource: 'server' };

describe('a resource that a function’s argument refers to', () => {
  it.each<[Json]>([
    [{ get_attr: ['server', 'address'] }],
    [{ get_attr: ['server'] }],
    [{ get_attr: [{ list_join: ['', ['ser', 'ver']] }, 'address'] }],
    [{ get_attr: ['later', { get_attr: ['server', 'address'] }] }],
    [{ get_attr: ['later', 'ports', server] }],
    [{ get_param: ['data', server] }],
    [{ get_file: server }],
    [{ get_resource: { if: [true, 'server'] } }],
    [{ get_resource: { get_attr: ['server', 'address'] } }],
    [{ digest: ['md5', server] }],
    [{ list_join: [server, ['a']] }],
    [{ list_join: ['', ['a'], [server]] }],
    [{ list_concat: [[server]] }],
    [{ list_concat_unique: [[server]] }],
    [{ map_merge: [{ a: server }] }],
    [{ map_replace: [{ a: server }, {}] }],
    [{ filter: [[server], ['a']] }],
    [{ contains: [server, ['a']] }],
    [{ str_split: [',', server] }],
    [{ str_replace: { template: server, params: {} } }],
    [{ str_replace: { template: 'a', params: { a: server } } }],
    [{ str_replace_strict: { template: 'a', params: { a: server } } }],
    [{ str_replace_vstrict: { template: 'a', params: { a: server } } }],
    [{ repeat: { template: server, for_each: { a: [] } } }],
    [{ repeat: { template: 'a', for_each: { a: [server] } } }],
    [{ make_url: { host: server } }],
  ])('is one that must be there first: %j', (value) => {
    expect(referencesOf(value)).toContain('server');
  });

  it('is none where nobody looks', () => {
    expect(referencesOf({ if: [false, server, 1] })).toEqual([]);
    expect(referencesOf({ list_join: ['', ['get_resource', 'server']] })).toEqual([]);
  });
});

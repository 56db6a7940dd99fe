import type { Json } from '#contracts';
import { trySnippet } from '../fixtures/try-snippet';

describe('get_resource', () => {
  it('is the reference of a resource, which may not be known yet', () => {
    expect(trySnippet({ get_resource: 'server' })).toBe('id-server');
    expect(trySnippet({ get_resource: 'later' })).toBeNull();
    expect(trySnippet({ get_resource: { if: ['yes', 'server', 'x'] } })).toBe('id-server');
  });

  it.each<[Json, string]>([
    ['servers', 'there is no resource `servers` (did you mean `server`?)'],
    ['gone', 'there is no resource `gone`'],
    [5, 'expected the name of a resource, found a number'],
  ])('refuses %j', (argument, fault) => {
    expect(trySnippet({ get_resource: argument })).toBe(`resolve: ${fault}`);
  });
});

import type { Json } from '#contracts';
import { faultsOf } from '../fixtures/try-stack';
import { trySnippet } from '../fixtures/try-snippet';

describe('get_attr', () => {
  it.each<[Json, Json]>([
    [['server', 'address'], '10.0.0.1'],
    [['server', 'ports', 0], 80],
    [['server', 'ports', -1, 'name'], 'https'],
    [['server', 'tags', 'env'], 'prod'],
    [['server', 'tags', 'none'], null],
    [['server', 'address', 0], '1'],
    [[{ list_join: ['', ['ser', 'ver']] }, 'address'], '10.0.0.1'],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ get_attr: argument })).toEqual(value);
  });

  it.each<[Json]>([[['server', 'ports', 7]], [['server', 'ports', '0']], [['server', 'tags', 'x']]])(
    'is null where the path %j leads nowhere',
    (argument) => {
      expect(trySnippet({ get_attr: argument })).toBeNull();
    },
  );

  it('is not known of a resource that is not there yet, however deep the path', () => {
    expect(trySnippet({ get_attr: ['later', 'address', 'x', 0] })).toBeNull();
    expect(trySnippet({ list_join: ['-', [{ get_attr: ['later', 'address'] }]] })).toBeNull();
    expect(trySnippet({ get_attr: ['later'] })).toBeNull();
  });

  it('is all attributes where none is named, since 2015-10-15', () => {
    const all = { address: '10.0.0.1', ports: [80, { name: 'https' }], tags: { env: 'prod', none: null } };
    expect(trySnippet({ get_attr: ['server'] })).toEqual(all);
    const form = 'parse: expected a list of the form [resource, attribute, …]';
    expect(trySnippet({ get_attr: ['server'] }, { version: '2015-04-30' })).toBe(form);
    expect(trySnippet({ get_attr: 's' }, { version: '2015-04-30' })).toBe(form);
    expect(trySnippet({ get_attr: ['server', 'address'] }, { version: '2013-05-23' })).toBe('10.0.0.1');
  });

  it.each<[Json, string]>([
    [['servr', 'address'], 'validate: there is no resource `servr` (did you mean `server`?)'],
    [['gone', 'address'], 'validate: there is no resource `gone`'],
    [['server', 'adress'], 'validate: the resource `server` has no attribute `adress` (did you mean `address`?)'],
    [[['server'], 'address'], 'validate: expected the name of a resource, found a list'],
    [[5, 'address'], 'validate: expected the name of a resource, found a number'],
    [[], 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    [{ get_param: 'list' }, 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    ['r', 'validate: there is no resource `r`'],
    ['', 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    ['rr', 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    [{ r: 1 }, 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    [['server', 5], 'validate: expected the name of an attribute, found a number'],
    ['server', 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
    [{}, 'parse: expected a list of the form [resource] or [resource, attribute, …]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ get_attr: argument })).toBe(fault);
  });

  it('is all attributes but what the service says, which Heat adds to every type', () => {
    const resources = { server: { attributes: ['address', 'show'], condition: true } };
    expect(trySnippet({ get_attr: ['server'] }, { resources })).toEqual({ address: '10.0.0.1' });
    expect(trySnippet({ get_attr: ['server', 'show'] }, { resources })).toBeNull();
  });

  it('may be partly known', () => {
    const resources = { server: { attributes: ['address', 'ports'], condition: true } };
    const attribute = (_: string, name: string): Json | undefined => (name === 'ports' ? undefined : 'known');
    const scope = { reference: () => undefined, attribute };
    expect(trySnippet({ get_attr: ['server'] }, { resources, scope })).toEqual({ address: 'known', ports: null });
  });

  it('says what is wrong with names as late as they are known', () => {
    const late: Json = { get_attr: ['server', 'address'] };
    expect(faultsOf({ get_attr: [late, 'address'] })).toEqual(['/get_attr: there is no resource `10.0.0.1`']);
    expect(faultsOf({ get_attr: ['server', late] })).toEqual([
      '/get_attr: the resource `server` has no attribute `10.0.0.1`',
    ]);
    expect(faultsOf({ get_attr: ['server', [late]] })).toEqual([
      '/get_attr: expected the name of an attribute, found a list',
    ]);
  });
});

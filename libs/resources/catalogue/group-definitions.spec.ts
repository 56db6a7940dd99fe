import type { Value } from '#template';
import { GROUP_DEFINITIONS } from './group-definitions';

const of = (type: string, properties: Record<string, Value>): unknown => GROUP_DEFINITIONS[type]?.(properties);

describe('what a resource group makes', () => {
  const group = 'OS::Heat::ResourceGroup';
  const definition = {
    type: 'A',
    properties: { name: 'n-%index%', list: ['%index%%index%', 1, null], map: { a: '%index%' } },
  };

  it('is the definition, with the first index in its texts', () => {
    expect(of(group, { count: 2, index_var: '%index%', resource_def: definition })).toEqual([
      { path: ['resource_def'], type: 'A', properties: { name: 'n-0', list: ['00', 1, null], map: { a: '0' } } },
    ]);
    expect(of(group, { index_var: '%i%', resource_def: { type: 'A', properties: { a: '%i% %index%' } } })).toEqual([
      { path: ['resource_def'], type: 'A', properties: { a: '0 %index%' } },
    ]);
  });

  it.each<Record<string, Value>>([
    { count: 0, index_var: '%index%', resource_def: definition },
    { count: 1, index_var: '%index%' },
    { count: 1, resource_def: { properties: {} } },
    { count: 1, resource_def: { type: 'A', properties: 'x' } },
    { count: 1, resource_def: 'x' },
  ])('is nothing where it is empty or cannot be read: %j', (properties) => {
    expect(of(group, properties)).toEqual([]);
  });
});

describe('what other groups make', () => {
  it('is the definition of an auto scaling group as it stands', () => {
    const definition = { type: 'A', properties: { a: '%index%' } };
    expect(of('OS::Heat::AutoScalingGroup', { resource: definition })).toEqual([{ path: ['resource'], ...definition }]);
    expect(of('OS::Heat::AutoScalingGroup', { resource: { type: 'A' } })).toEqual([
      { path: ['resource'], type: 'A', properties: {} },
    ]);
  });

  it('is one resource for each type of a chain, with the same properties', () => {
    expect(of('OS::Heat::ResourceChain', { resources: ['A', 5, 'B'], resource_properties: { a: 1 } })).toEqual([
      { path: ['resources', 0], type: 'A', properties: { a: 1 } },
      { path: ['resources', 2], type: 'B', properties: { a: 1 } },
    ]);
    expect(of('OS::Heat::ResourceChain', { resources: ['A'] })).toEqual([
      { path: ['resources', 0], type: 'A', properties: {} },
    ]);
    expect(of('OS::Heat::ResourceChain', { resources: 'A' })).toEqual([]);
  });
});

import { objectOf } from '../json';
import type { ResourceSchema } from '../schema/resource-schema';
import { faultsAsFacade } from './facade';

function schemaWith(properties: ResourceSchema['properties']): ResourceSchema {
  return { type: 'T', description: '', supportStatus: { status: 'SUPPORTED' }, properties, attributes: {} };
}

describe('a template that stands for a type', () => {
  it('has no parameter that every object inherits', () => {
    const replaced = schemaWith(objectOf([['constructor', { type: 'String', required: true } as const]]));
    expect(faultsAsFacade(schemaWith({}), replaced)).toEqual([
      'needs a parameter `constructor`, which the type requires',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInTypes } from '../built-in-types';
import { resourceTypesPage } from './resource-types-page';

describe('resourceTypesPage', () => {
  it('is what docs/resource-types.md says', () => {
    const page = readFileSync(join(__dirname, '../../../docs/resource-types.md'), 'utf8');
    expect(page).toBe(resourceTypesPage(builtInTypes.map((type) => type.schema)));
  });

  it('says every constraint of a property', () => {
    const page = resourceTypesPage([
      {
        type: 'A::B',
        description: 'Some type.',
        supportStatus: { status: 'DEPRECATED' },
        properties: {
          one: {
            type: 'Integer',
            required: true,
            constraints: [{ range: { max: 3 } }, { modulo: { step: 2, offset: 1 } }],
          },
          two: {
            type: 'List',
            updateAllowed: true,
            items: {
              type: 'Map',
              entries: { a: { type: 'String', constraints: [{ custom_constraint: 'ip_addr' }] } },
            },
          },
        },
        attributes: {},
      },
    ]);
    expect(page).toContain('Some type. (deprecated)');
    expect(page).toContain('- `one` (Integer, required): From any to 3. 1 and whole steps of 2 from there.');
    expect(page).toContain('- `two` (List): In place.\n  - `a` (String): Is a `ip_addr`.');
    expect(page).toContain('Attributes: none.');
  });

  it.each(builtInTypes.map(({ schema }) => [schema.type, schema] as const))(
    'has words for all of %s',
    (_name, schema) => {
      const parts = [...Object.values(schema.properties), ...Object.values(schema.attributes)];
      expect(parts.filter((part) => part.description === undefined)).toEqual([]);
    },
  );
});

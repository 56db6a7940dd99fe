import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadResourceTypes } from './load-resource-types';

describe('loadResourceTypes', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'kiln-types-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function moduleOf(name: string, source: string): Promise<string> {
    const path = join(folder, `${name}.js`);
    await writeFile(path, source);
    return path;
  }

  const typeSource = (name: string): string =>
    `{ schema: { type: '${name}', properties: {}, attributes: {} }, instant: true, create() {}, delete() {} }`;

  it('has the built-in types without any module', async () => {
    const registry = await loadResourceTypes([]);
    expect(registry.names()).toEqual(expect.arrayContaining(['OS::Heat::None', 'OS::Heat::Value']));
    expect(registry.find('OS::Heat::Value')?.properties['value']).toMatchObject({ required: true });
  });

  it('adds what a module exports', async () => {
    const path = await moduleOf('good', `exports.resourceTypes = [${typeSource('My::Type')}];`);
    const registry = await loadResourceTypes([path]);
    expect(registry.get('My::Type').schema.type).toBe('My::Type');
    expect(registry.names()).toEqual([...registry.names()].sort());
  });

  it.each([
    ['nothing', '', 'exports no array `resourceTypes`'],
    [
      'half',
      'exports.resourceTypes = [{ schema: { type: "A" } }];',
      'resourceTypes[0] needs `schema`, `create` and `delete`',
    ],
    ['broken', 'throw new Error("not today");', 'broken.js cannot be loaded: not today'],
    [
      'twice',
      `exports.resourceTypes = [${typeSource('OS::Heat::None')}];`,
      'resource type OS::Heat::None is defined twice',
    ],
  ])('rejects with what is wrong with a module: %s', async (name, source, expected) => {
    await expect(loadResourceTypes([await moduleOf(name, source)])).rejects.toThrow(expected);
  });

  it('knows the types of Heat, also by older names, and makes none of them', async () => {
    const registry = await loadResourceTypes([]);
    expect(registry.names()).toEqual(expect.arrayContaining(['OS::Neutron::Net', 'Kiln::RabbitMQ::Queue']));
    expect(registry.names()).toHaveLength(new Set(registry.names()).size);
    expect(registry.find('OS::Quantum::Net')).toMatchObject({ type: 'OS::Neutron::Net', available: false });
    expect(() => registry.get('OS::Neutron::Net')).toThrow('cannot be made by this engine');
  });

  it('takes the code for a type of Heat where a module has it', async () => {
    const path = await moduleOf('net', `exports.resourceTypes = [${typeSource('OS::Neutron::Net')}];`);
    const registry = await loadResourceTypes([path]);
    expect(registry.find('OS::Neutron::Net')?.available).toBeUndefined();
    expect(registry.get('OS::Neutron::Net').schema.type).toBe('OS::Neutron::Net');
    expect(registry.find('OS::Heat::None')?.available).toBeUndefined();
  });

  it('says what to do about a type that is not known', async () => {
    const registry = await loadResourceTypes([]);
    expect(() => registry.get('No::Such')).toThrow('KILN_RESOURCE_TYPE_MODULES');
    expect(registry.find('No::Such')).toBeUndefined();
  });
});

import type { Json } from '#contracts';
import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PrepareOptions } from '../request';
import type { PropertySchema, ResourceSchema, TypeCatalogue } from '../schema/resource-schema';
import type { PreparedStack } from '../stack';

const group = (type: string, properties: Record<string, PropertySchema>): ResourceSchema => ({
  type,
  description: 'a group',
  supportStatus: { status: 'SUPPORTED' },
  properties,
  attributes: {},
  anyAttributes: true,
});

const GROUPS = [
  group('OS::Heat::ResourceGroup', {
    count: { type: 'Integer', default: 1 },
    index_var: { type: 'String', default: '%index%' },
    resource_def: { type: 'Map', required: true },
    removal_policies: { type: 'List' },
  }),
  group('OS::Heat::AutoScalingGroup', {
    min_size: { type: 'Integer', required: true },
    desired_capacity: { type: 'Integer' },
    resource: { type: 'Map', required: true },
  }),
  group('OS::Heat::ResourceChain', {
    resources: { type: 'List', required: true },
    resource_properties: { type: 'Map' },
  }),
];

const types: TypeCatalogue = {
  names: () => [...fakeCatalogue.names(), ...GROUPS.map(({ type }) => type)],
  find: (type) => GROUPS.find((schema) => schema.type === type) ?? fakeCatalogue.find(type),
};

const SERVER = { type: 'Fake::Server', properties: { flavor: 'small' } };

interface More {
  readonly files?: Record<string, Json>;
  readonly registry?: Record<string, Json>;
  readonly options?: Partial<PrepareOptions>;
  readonly resources?: Record<string, Json>;
}

function outcomeOf(type: string, properties: Json, { files = {}, registry = {}, options = {}, resources = {} }: More) {
  const template = { heat_template_version: '2021-04-16', resources: { g: { type, properties }, ...resources } };
  const environment = { resource_registry: registry };
  return prepareStack({ template, files, environment }, { ...fakeOptions, types, ...options });
}

function faultsOf(type: string, properties: Json, more: More = {}): string[] {
  const outcome = outcomeOf(type, properties, more);
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

function membersOf(type: string, properties: Json, more: More = {}): PreparedStack | undefined {
  const outcome = outcomeOf(type, properties, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.resources.get('g')?.nested;
}

const typesOf = (stack: PreparedStack | undefined): Json =>
  Object.fromEntries([...(stack?.resources ?? [])].map(([name, { schema }]) => [name, schema.type]));

describe('a resource group', () => {
  const [type, place] = ['OS::Heat::ResourceGroup', '/template/resources/g/properties/resource_def'];

  it('has its first member checked, for all', () => {
    const stack = membersOf(type, { count: 3, resource_def: SERVER });
    expect(typesOf(stack)).toEqual({ 0: 'Fake::Server' });
    expect(stack).toMatchObject({
      version: '2015-04-30',
      description: 'No description',
      template: { heat_template_version: '2015-04-30', resources: { 0: SERVER } },
      environment: { parameters: {}, resource_registry: { resources: {} } },
    });
    expect([stack?.parameters.size, stack?.outputs.size, stack?.conditions.size]).toEqual([0, 0, 0]);
  });

  it.each<[Json, string]>([
    [{ type: 'Fake::Nope' }, `${place}/type: there is no resource type \`Fake::Nope\``],
    [{ type: 'Fake::None', proprties: {} }, `${place}/proprties: a resource has no key \`proprties\``],
    [{}, `${place}: expected a \`type\``],
    [
      { type: 'Fake::Server', properties: { bogus: 1, flavor: 'small' } },
      `${place}/properties/bogus: unknown property`,
    ],
    [{ type: 'Fake::Server', properties: { flavor: 'huge' } }, `${place}/properties/flavor: expected \`small\` or`],
    [{ type: 'Fake::Server' }, `${place}: the property \`flavor\` is required`],
    [{ type: 'n.yaml' }, `${place}/type: \`files\` has no template \`n.yaml\``],
  ])('whose definition is %j is refused', (definition, fault) => {
    expect(faultsOf(type, { resource_def: definition })).toEqual([expect.stringContaining(fault)]);
  });

  it.each<Json>([
    { count: 0, resource_def: { type: 'Fake::Nope' } },
    { count: 1, resource_def: 5 },
  ])('that is switched off, or none, has no member: %j', (properties) => {
    const outcome = outcomeOf(type, properties, {});
    expect(outcome.ok ? outcome.value.resources.get('g')?.nested : undefined).toBeUndefined();
  });

  it('names its members by the first number that it is not to leave out', () => {
    const removal_policies = [{ resource_list: ['0', 1, '3'] }, {}, 5];
    expect(typesOf(membersOf(type, { resource_def: SERVER, removal_policies }))).toEqual({ 2: 'Fake::Server' });
  });

  it('has the member’s name put in, in texts wherever they stand', () => {
    const properties = { a: 'x%index%y%index%', b: ['%index%', { '%index%': 1, c: '%index%' }, 5] };
    const stack = membersOf(type, { resource_def: { type: 'Fake::None', properties } });
    expect(stack?.resources.get('0')?.properties).toEqual({
      kind: 'literal',
      value: { a: 'x0y0', b: ['0', { '%index%': 1, c: '0' }, 5] },
    });
    const other = membersOf(type, {
      index_var: '$i',
      resource_def: { type: 'Fake::None', properties: { a: '$i%index%' } },
    });
    expect(other?.resources.get('0')?.properties).toEqual({ kind: 'literal', value: { a: '0%index%' } });
  });

  it('does not check what is not known yet, and knows the rest', () => {
    const later = { get_attr: ['a', 'value'] };
    const resources = { a: { type: 'Fake::Value', properties: { value: 1 } } };
    const check = (properties: Json): string[] =>
      faultsOf(type, { count: later, resource_def: { type: 'Fake::Server', properties } }, { resources });
    expect(check({ flavor: later, ports: [later, { number: later }] })).toEqual([]);
    expect(check({ flavor: later, ports: [{ number: 'x' }, later] })).toEqual([
      `${place}/properties/ports/0/number: expected an integer, found a text`,
    ]);
    expect(check(later)).toEqual([]);
    expect(faultsOf(type, { resource_def: later }, { resources })).toEqual([]);
    expect(faultsOf(type, later, { resources })).toEqual([]);
    expect(faultsOf(type, { resource_def: { type: later } }, { resources })).toEqual([]);
  });

  it('knows of a map what is known of it', () => {
    const nested = {
      heat_template_version: '2021-04-16',
      parameters: { p: { type: 'json' } },
      conditions: {
        known: { equals: [{ get_param: ['p', 'known', 'in'] }, 1] },
        open: { equals: [{ get_param: ['p', 'known', 'later'] }, 1] },
      },
      resources: { a: { type: 'Fake::None', condition: 'known' }, b: { type: 'Fake::None', condition: 'open' } },
    };
    const resources = { a: { type: 'Fake::Value', properties: { value: 1 } } };
    const definition = { type: 'n.yaml', properties: { p: { known: { in: 1, later: { get_attr: ['a', 'value'] } } } } };
    const stack = membersOf(type, { resource_def: definition }, { resources, files: { 'n.yaml': nested } });
    expect(Object.fromEntries(stack?.resources.get('0')?.nested?.conditions ?? [])).toEqual({ known: true });
  });

  it('tells no secret that goes into its definition', () => {
    const template = {
      heat_template_version: '2021-04-16',
      parameters: { secret: { type: 'string', hidden: true, default: 'hunter2' } },
      resources: {
        g: {
          type,
          properties: {
            resource_def: { type: 'Fake::Server', properties: { flavor: { get_param: 'secret' }, size: 1 } },
          },
        },
      },
    };
    const outcome = prepareStack({ template }, { ...fakeOptions, types });
    const told = (outcome.ok ? [] : outcome.diagnostics).map(({ path }) => path);
    expect(told).toEqual([`${place}/properties/size`, `${place}/properties/flavor`]);
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  it('looks its members up in its own part of the registry, and in templates', () => {
    const registry = { resources: { g: { 0: { 'My::T': 'Fake::None' } } }, 'My::N': 'n.yaml' };
    expect(typesOf(membersOf(type, { resource_def: { type: 'My::T' } }, { registry }))).toEqual({ 0: 'Fake::None' });
    const files = {
      'n.yaml': {
        heat_template_version: '2021-04-16',
        parameters: { p: { type: 'string' } },
        resources: { in: { type: 'Fake::Server' } },
      },
    };
    const definition = { type: 'My::N', properties: { p: 'x' } };
    expect(faultsOf(type, { resource_def: definition }, { registry, files })).toEqual([
      '/files/n.yaml/resources/in: the property `flavor` is required (in the template of `0`)',
    ]);
    const lax = { registry, files, options: { nestedChecks: 'form' as const } };
    const stack = membersOf(type, { resource_def: definition }, lax);
    expect(stack?.resources.get('0')?.nested?.parameters.get('p')).toMatchObject({ value: 'x' });
  });

  describe('of a type that nothing makes', () => {
    const later: TypeCatalogue = {
      names: () => ['Later::Thing'],
      find: (name) =>
        name === 'Later::Thing'
          ? { ...fakeCatalogue.find('Fake::None')!, type: name, available: false }
          : types.find(name),
    };
    const definition = { resource_def: { type: 'Later::Thing' } };

    it('is refused at its definition', () => {
      expect(faultsOf(type, definition, { options: { types: later } })).toEqual([
        expect.stringContaining(`${place}/type: the resource type \`Later::Thing\` is known, but cannot be made yet`),
      ]);
    });

    it('is no further fault where nothing makes the group either', () => {
      const neither: TypeCatalogue = {
        ...later,
        find: (name) => (name === type ? { ...later.find(name)!, available: false } : later.find(name)),
      };
      expect(faultsOf(type, definition, { options: { types: neither } })).toEqual([
        expect.stringContaining(`/template/resources/g/type: the resource type \`${type}\` is known`),
      ]);
    });
  });

  it('may be one of groups, as deep as the limit says', () => {
    const groupOf = (definition: Json): Json => ({ type, properties: { resource_def: definition } });
    expect(faultsOf(type, { resource_def: groupOf(groupOf(groupOf(groupOf(SERVER)))) })).toEqual([]);
    const deepest = faultsOf(type, { resource_def: groupOf(groupOf(groupOf(groupOf(groupOf(SERVER))))) });
    expect(deepest).toEqual([expect.stringContaining('nested stacks stand in each other deeper than the limit of 5')]);
  });

  it('may make the template that it stands in, as long as it is empty in the end', () => {
    const template = {
      heat_template_version: '2021-04-16',
      parameters: { size: { type: 'number' } },
      resources: {
        g: {
          type,
          properties: {
            count: { get_param: 'size' },
            resource_def: {
              type: 'n.yaml',
              properties: { size: { if: [{ equals: [{ get_param: 'size' }, 1] }, 0, 1] } },
            },
          },
        },
      },
    };
    const from = (size: Json, more: Json = template): string[] =>
      faultsOf(type, { resource_def: { type: 'n.yaml', properties: { size } } }, { files: { 'n.yaml': more } });
    expect(from(1)).toEqual([]);
    const endless = JSON.parse(JSON.stringify(template).replace('0,1]', '1,1]')) as Json;
    expect(from(1, endless)).toEqual([expect.stringContaining('the template contains itself: n.yaml → n.yaml')]);
  });

  it('is not asked for the templates of its members where nothing inside is checked', () => {
    const options = { nestedChecks: 'text' as const };
    expect(faultsOf(type, { resource_def: { type: 'missing.yaml' } }, { options })).toEqual([]);
    expect(faultsOf(type, { resource_def: { type: 'missing.yaml' } })).toHaveLength(1);
  });

  it('counts as a step down', () => {
    expect(faultsOf(type, { resource_def: SERVER }, { options: { limits: { nestedDepth: 0 } } })).toEqual([
      '/template/resources/g/type: nested stacks stand in each other deeper than the limit of 0',
    ]);
  });
});

describe('an auto-scaling group', () => {
  const type = 'OS::Heat::AutoScalingGroup';

  it.each<[Json, Json]>([
    [{ min_size: 1 }, { member: 'Fake::Server' }],
    [{ min_size: 0, desired_capacity: 1 }, { member: 'Fake::Server' }],
    [{ min_size: 0 }, {}],
    [{ min_size: 0, desired_capacity: 0 }, {}],
  ])('of %j has the members %j', (sizes, members) => {
    expect(typesOf(membersOf(type, { ...(sizes as object), resource: SERVER }))).toEqual(members);
  });

  it('whose definition is not known yet is not checked', () => {
    const resources = { a: { type: 'Fake::Value', properties: { value: 1 } } };
    const later = { get_attr: ['a', 'value'] };
    expect(faultsOf(type, { min_size: 1, resource: later }, { resources })).toEqual([]);
    expect(faultsOf(type, { min_size: 1, resource: { type: later, nope: 1 } }, { resources })).toEqual([]);
  });

  it('whose definition is wrong is refused', () => {
    expect(faultsOf(type, { min_size: 1, resource: { ...SERVER, condition: 'x' } })).toEqual([
      expect.stringContaining('/template/resources/g/properties/resource/condition: a resource has no key `condition`'),
    ]);
  });
});

describe('a resource chain', () => {
  const type = 'OS::Heat::ResourceChain';

  it('has a member of each type, all with the same properties', () => {
    const resource_properties = { value: 5 };
    const stack = membersOf(type, { resources: ['Fake::Value', 'Fake::None'], resource_properties });
    expect(typesOf(stack)).toEqual({ 0: 'Fake::Value', 1: 'Fake::None' });
    expect(stack?.resources.get('1')?.properties).toEqual({ kind: 'literal', value: resource_properties });
    expect(typesOf(membersOf(type, { resources: ['Fake::None'] }))).toEqual({ 0: 'Fake::None' });
    expect(membersOf(type, { resources: [] })).toBeUndefined();
  });

  it('is refused where a type is none', () => {
    expect(faultsOf(type, { resources: ['Fake::None', 'Fake::Nope'] })).toEqual([
      expect.stringContaining('/template/resources/g/properties/resources/1: there is no resource type `Fake::Nope`'),
    ]);
  });
});

describe('a group whose members are made of hidden parameters', () => {
  const parameters = {
    secret: { type: 'string', hidden: true, default: 'planted' },
    long: { type: 'string', hidden: true, default: 'planted '.repeat(20) },
  };
  const type = { type: 'Fake::Server' };

  it.each<[Json, string]>([
    [{ type: { get_param: 'secret' } }, 'there is no resource type `******`'],
    [{ type: { get_param: 'long' } }, 'there is no resource type `******`'],
    [{ ...type, depends_on: { get_param: 'secret' } }, 'there is no resource `******`'],
    [{ ...type, deletion_policy: { get_param: 'secret' } }, 'found the text `******`'],
    [{ ...type, metadata: { get_param: 'long' } }, 'found the text `******…`'],
    [{ ...type, metadata: { list_join: ['', ['x'.repeat(55), { get_param: 'secret' }]] } }, `${'x'.repeat(55)}******…`],
  ])('shows none of them: %j', (resource_def, detail) => {
    const resources = { g: { type: 'OS::Heat::ResourceGroup', properties: { resource_def } } };
    const template = { heat_template_version: '2021-04-16', parameters, resources };
    const outcome = prepareStack({ template }, { ...fakeOptions, types });
    const details = outcome.ok ? [] : outcome.diagnostics.map((diagnostic) => diagnostic.detail);
    expect(details).toContainEqual(expect.stringContaining(detail));
    expect(details.join()).not.toContain('planted');
  });
});

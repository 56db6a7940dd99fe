import type { Json } from '#contracts';
import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PrepareOptions, StackRequest } from '../request';
import type { ResourceSchema, TypeCatalogue } from '../schema/resource-schema';
import type { PreparedStack } from '../stack';
import { UNKNOWN } from '../values';

const VERSION = { heat_template_version: '2021-04-16' };
const NONE = { type: 'Fake::None' };

type Request = Partial<StackRequest>;

function outcomeOf(resources: Json, request: Request = {}, options: Partial<PrepareOptions> = {}) {
  return prepareStack({ template: { ...VERSION, resources }, ...request }, { ...fakeOptions, ...options });
}

function prepare(resources: Json, request: Request = {}, options: Partial<PrepareOptions> = {}): PreparedStack {
  const outcome = outcomeOf(resources, request, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

function faultsOf(resources: Json, request: Request = {}, options: Partial<PrepareOptions> = {}): string[] {
  const outcome = outcomeOf(resources, request, options);
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

function warningsOf(resources: Json, request: Request = {}, options: Partial<PrepareOptions> = {}): string[] {
  const outcome = outcomeOf(resources, request, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.warnings.map(({ path, detail }) => `${path}: ${detail}`);
}

/** Takes a text, which it needs, and a number, and gives out what its server has. */
const SERVER = `heat_template_version: 2021-04-16
description: a server
parameters:
  flavor: {type: string}
  size: {type: number, default: 3, constraints: [{range: {max: 9}}]}
resources:
  in: {type: Fake::Server, properties: {flavor: {get_param: flavor}, count: {get_param: size}}}
outputs:
  address: {value: {get_attr: [in, address]}}
`;
const files = { 'server.yaml': SERVER };

const nestedIn = (resources: Json): Json => ({ ...VERSION, resources });

describe('a template that stands for a resource', () => {
  it('makes the schema of the resource: parameters are properties, outputs attributes', () => {
    const { schema } = prepare(
      { n: { type: 'server.yaml', properties: { flavor: 'small' } } },
      { files },
    ).resources.get('n')!;
    expect(schema).toMatchObject({
      type: 'server.yaml',
      description: 'a server',
      properties: {
        flavor: { type: 'String', required: true, updateAllowed: true },
        size: { type: 'Number', default: 3, constraints: [{ range: { max: 9 } }] },
      },
      attributes: { address: { type: 'Any' }, show: { type: 'Map' } },
    });
    expect(schema.properties['size']).not.toHaveProperty('required');
  });

  it.each<[Json, string]>([
    [
      { flavor: 'small', sise: 1 },
      '/template/resources/n/properties/sise: unknown property `sise` (did you mean `size`?)',
    ],
    [{}, '/template/resources/n/properties: the property `flavor` is required'],
    [{ flavor: 'small', size: 'x' }, '/template/resources/n/properties/size: expected a number, found the text `x`'],
    [{ flavor: 'small', size: 10 }, '/template/resources/n/properties/size: expected a number of at most 9'],
  ])('has properties that are checked, such as %j', (properties, fault) => {
    expect(faultsOf({ n: { type: 'server.yaml', properties } }, { files })).toEqual([expect.stringContaining(fault)]);
  });

  it('may be mapped to a type by the registry, and says so of that type', () => {
    const environment = { resource_registry: { 'My::Server': 'server.yaml' } };
    const stack = prepare({ n: { type: 'My::Server', properties: { flavor: 'small' } } }, { files, environment });
    expect(stack.resources.get('n')).toMatchObject({ type: 'My::Server', schema: { type: 'server.yaml' } });
  });

  it('adds the edges of its properties, and knows its outputs and what is in it', () => {
    const stack = prepare(
      {
        n: { type: 'server.yaml', properties: { flavor: 'small', size: { get_attr: ['a', 'value'] } } },
        a: { type: 'Fake::Value', properties: { value: 5 } },
        o: { type: 'Fake::Value', properties: { value: { get_attr: ['n', 'address'] } } },
        i: { type: 'Fake::Value', properties: { value: { get_attr: ['n', 'resource.in', 'address'] } } },
      },
      { files },
    );
    expect([...stack.resources.values()].map(({ name, dependencies }) => [name, dependencies])).toEqual([
      ['n', ['a']],
      ['a', []],
      ['o', ['n']],
      ['i', ['n']],
    ]);
  });

  it('refuses what is no output of it, and says what comes near', () => {
    const resources = {
      n: { type: 'server.yaml', properties: { flavor: 'small' } },
      o: { type: 'Fake::Value', properties: { value: { get_attr: ['n', 'adress'] } } },
      s: { type: 'Fake::Value', properties: { value: { get_attr: ['o', 'resource.in'] } } },
    };
    expect(faultsOf(resources, { files })).toEqual([
      '/template/resources/o/properties/value/get_attr: the resource `n` has no attribute `adress` (did you mean `address`?)',
      '/template/resources/s/properties/value/get_attr: the resource `o` has no attribute `resource.in`',
    ]);
    expect(faultsOf({ n: resources.n, o: resources.o }, { files }, { nestedChecks: 'form' })).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['missing.yaml', '', '/template/resources/n/type: `files` has no template `missing.yaml`'],
    ['servers.yaml', '', '(did you mean `server.yaml`?): it is not fetched from elsewhere'],
    ['n.yaml', 'not a template', '/files/n.yaml: expected a template, found the text `not a template`'],
    ['n.yaml', '', '/files/n.yaml: expected a template, found null'],
    ['n.yaml', 'a: [', '/files/n.yaml: '],
    ['n.yaml', '{}', '/files/n.yaml: the template must have `heat_template_version`'],
    ['n.yaml', { resources: {} }, '/files/n.yaml: the template must have `heat_template_version`'],
  ])('%s that cannot be read (%j) is refused, however little is checked', (type, content, fault) => {
    const request = { files: { ...files, ...(type === 'n.yaml' ? { 'n.yaml': content } : {}) } };
    const resources = { n: { type, properties: { anything: 1 } }, m: { type, properties: { else: 1 } } };
    for (const nestedChecks of ['values', 'form', 'text'] as const) {
      const found = faultsOf(resources, request, { nestedChecks });
      expect(found).toEqual(
        type === 'n.yaml' ? [expect.stringContaining(fault)] : [expect.stringContaining(fault), expect.anything()],
      );
    }
  });
});

describe('a file that cannot be read as a template', () => {
  const files = { 'n.yaml': nestedIn({ m: { type: 'broken.yaml' } }), 'broken.yaml': 'a: [' };

  it('is told to all who ask for it, and once to the user', () => {
    const resources = { n: { type: 'n.yaml' }, b: { type: 'broken.yaml' }, c: { type: 'broken.yaml' } };
    const told = faultsOf(resources, { files });
    expect(told).toHaveLength(1);
    expect(told).toEqual(faultsOf({ b: { type: 'broken.yaml' } }, { files }));
  });

  it('stands in nobody’s way where only others that are not looked into ask for it', () => {
    expect(faultsOf({ n: { type: 'n.yaml' } }, { files }, { nestedChecks: 'text' })).toEqual([]);
    expect(
      faultsOf({ n: { type: 'n.yaml' }, b: { type: 'broken.yaml' } }, { files }, { nestedChecks: 'text' }),
    ).toHaveLength(1);
    expect(faultsOf({ n: { type: 'n.yaml' } }, { files }, { nestedChecks: 'form' })).toEqual([
      expect.stringContaining('(in the template of `n`)'),
    ]);
  });
});

describe('the stack nested in a resource', () => {
  const inner = (resources: Json, request: Request, options: Partial<PrepareOptions> = {}): PreparedStack =>
    prepare(resources, request, options).resources.get('n')!.nested!;

  it('has the properties that are given as its parameters, in their types, and else its own defaults', () => {
    const stack = inner({ n: { type: 'server.yaml', properties: { flavor: 'small', size: '7' } } }, { files });
    expect(stack.parameters.get('flavor')).toMatchObject({ value: 'small' });
    expect(stack.parameters.get('size')).toMatchObject({ value: 7, default: 3 });
    const bare = inner({ n: { type: 'server.yaml', properties: { flavor: 'small' } } }, { files });
    expect(bare.parameters.get('size')).toMatchObject({ value: 3 });
    expect([...stack.resources.keys(), ...stack.outputs.keys()]).toEqual(['in', 'address']);
    expect(stack).toMatchObject({ version: '2021-04-16', description: 'a server' });
  });

  it.each<[string, Json, Json, Json]>([
    ['json', { a: 1 }, '{"b": 2}', { b: 2 }],
    ['json', '{"a": 1}', [1, 'x'], [1, 'x']],
    ['comma_delimited_list', 'a,b', 'c,d', ['c', 'd']],
    ['comma_delimited_list', ['a'], [1, 'x'], ['1', 'x']],
    ['boolean', false, 'TRUE', true],
    ['string', 'd', 5, '5'],
  ])('takes a %s with the default %j as %j', (type, fallback, given, value) => {
    const template = { ...VERSION, parameters: { p: { type, default: fallback } } };
    const stack = inner({ n: { type: 'n.yaml', properties: { p: given } } }, { files: { 'n.yaml': template } });
    expect(stack.parameters.get('p')?.value).toEqual(value);
  });

  it('has as the parameters of its environment what it is given, as far as that is known', () => {
    const resources = {
      n: { type: 'server.yaml', properties: { flavor: { get_attr: ['a', 'value'] }, size: '7' } },
      a: { type: 'Fake::Value', properties: { value: 1 } },
    };
    expect(inner(resources, { files }).environment['parameters']).toEqual({ size: 7 });
  });

  it('does not know values that rest on what is not made yet, nor its own name and id', () => {
    const template = {
      ...VERSION,
      parameters: { p: { type: 'json' }, q: { type: 'string', default: 'q' }, r: { type: 'string' } },
      conditions: {
        known: { equals: [{ get_param: ['p', 'known'] }, 1] },
        open: { equals: [{ get_param: ['p', 'later'] }, 1] },
        mine: { equals: [{ get_param: 'OS::stack_name' }, 'teststack'] },
        ours: { equals: [{ get_param: 'OS::project_id' }, 'project-1'] },
      },
      resources: Object.fromEntries(
        ['known', 'open', 'mine', 'ours'].map((condition) => [condition, { ...NONE, condition }]),
      ),
    };
    const later = { get_attr: ['a', 'value'] };
    const resources = {
      n: { type: 'n.yaml', properties: { p: { known: 1, later }, r: later } },
      a: { type: 'Fake::Value', properties: { value: 1 } },
    };
    const stack = inner(resources, { files: { 'n.yaml': template } });
    expect(Object.fromEntries(stack.conditions)).toEqual({ known: true, ours: true });
    expect([...stack.resources.keys()]).toEqual(['known', 'open', 'mine', 'ours']);
    expect(stack.parameters.get('r')).not.toHaveProperty('value');
    expect(stack.parameters.get('q')).toMatchObject({ value: 'q' });
  });

  it('knows none of its parameters where a function makes all of the properties', () => {
    const resources = {
      n: { type: 'server.yaml', properties: { get_attr: ['a', 'value'] } },
      a: { type: 'Fake::Value', properties: { value: 1 } },
    };
    expect(inner(resources, { files }).parameters.get('flavor')).not.toHaveProperty('value');
  });

  it('has the environment’s defaults, and its own part of the registry', () => {
    const environment = {
      parameters: { top: 'x' },
      parameter_defaults: { size: 5, flavor: 'large' },
      resource_registry: { resources: { n: { in: { 'Fake::Server': 'Fake::Old' } } }, 'My::T': 'n.yaml' },
    };
    const template = { ...VERSION, parameters: { top: { type: 'string' } }, resources: { n: { type: 'My::T' } } };
    const nested = {
      ...VERSION,
      parameters: { size: { type: 'number' }, flavor: { type: 'string', default: 'small' } },
      resources: { in: { type: 'Fake::Server' } },
    };
    const outcome = prepareStack({ template, files: { 'n.yaml': nested }, environment }, fakeOptions);
    const stack = outcome.ok ? outcome.value.resources.get('n')?.nested : undefined;
    expect(stack?.parameters.get('size')).toMatchObject({ value: 5, default: 5 });
    expect(stack?.parameters.get('flavor')).toMatchObject({ value: 'large' });
    expect(stack?.resources.get('in')?.schema.type).toBe('Fake::Old');
    expect(stack?.environment).toMatchObject({
      parameters: {},
      parameter_defaults: { size: 5, flavor: 'large' },
      resource_registry: { resources: { in: { 'Fake::Server': 'Fake::Old' } } },
    });
  });

  it('may use the type that its template stands for', () => {
    const template = {
      ...VERSION,
      parameters: { value: { type: 'string' } },
      resources: { in: { type: 'Fake::Value', properties: { value: { get_param: 'value' } } } },
      outputs: { value: { value: 1 } },
    };
    const environment = { resource_registry: { 'Fake::Value': 'n.yaml' } };
    const types: TypeCatalogue = {
      ...fakeCatalogue,
      find: (type) => {
        const schema = fakeCatalogue.find(type);
        return schema && { ...schema, properties: { value: { type: 'String' } } };
      },
    };
    const request = { files: { 'n.yaml': template as Json }, environment };
    const stack = inner({ n: { type: 'Fake::Value', properties: { value: 'x' } } }, request, { types });
    expect(stack.resources.get('in')?.schema.type).toBe('Fake::Value');
  });

  it('sees metadata and policies of the resource that its template stands for', () => {
    const resources = {
      n: {
        type: 'n.yaml',
        metadata: { here: 1, later: { get_attr: ['a', 'value'] } },
        deletion_policy: 'Retain',
      },
      a: { type: 'Fake::Value', properties: { value: 1 } },
    };
    expect(inner(resources, { files: { 'n.yaml': VERSION } }).world.parentResource).toEqual({
      metadata: { here: 1, later: UNKNOWN },
      deletionPolicy: 'Retain',
      updatePolicy: {},
    });
    expect(prepare(resources, { files: { 'n.yaml': VERSION } }).world.parentResource).toBeUndefined();
  });

  it('finds files of the request, and its own conditions and outputs', () => {
    const template = {
      ...VERSION,
      parameters: { on: { type: 'boolean' } },
      conditions: { on: { get_param: 'on' } },
      resources: { a: { ...NONE, condition: 'on' }, b: { ...NONE, properties: { x: { get_file: 'motd' } } } },
      outputs: { o: { value: 1, condition: 'on' } },
    };
    const request = { files: { 'n.yaml': template as Json, motd: 'hello' } };
    expect([...inner({ n: { type: 'n.yaml', properties: { on: false } } }, request).resources.keys()]).toEqual(['b']);
    expect([...inner({ n: { type: 'n.yaml', properties: { on: true } } }, request).resources.keys()]).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('what is wrong in a nested template', () => {
  const broken = `heat_template_version: 2021-04-16
resources:
  x: {type: Fake::Servr}
  y: {type: Fake::Server, properties: {flavor: huge}}
`;

  it('is told with its place in the file, and with the way to it', () => {
    const outcome = outcomeOf(
      { n: { type: 'a.yaml' } },
      { files: { 'a.yaml': nestedIn({ m: { type: 'b.yaml' } }), 'b.yaml': broken } },
    );
    expect(outcome.ok ? [] : outcome.diagnostics).toEqual([
      {
        path: '/files/b.yaml/resources/x/type',
        detail: 'there is no resource type `Fake::Servr` (did you mean `Fake::Server`?) (in the template of `n` → `m`)',
        line: 3,
        column: 7,
      },
      {
        path: '/files/b.yaml/resources/y/properties/flavor',
        detail: expect.stringMatching(/^expected `small` or `large`.* \(in the template of `n` → `m`\)$/) as string,
        line: 4,
        column: 40,
      },
    ]);
  });

  it('is told once, however many resources it stands for', () => {
    const resources = { n: { type: 'b.yaml' }, m: { type: 'b.yaml' } };
    expect(faultsOf(resources, { files: { 'b.yaml': broken } })).toEqual([
      expect.stringContaining('in the template of `n`'),
      expect.stringContaining('in the template of `n`'),
    ]);
  });

  it('is a fault as far as is asked, and beyond that a warning', () => {
    const resources = { n: { type: 'a.yaml' } };
    const both = { 'a.yaml': nestedIn({ m: { type: 'b.yaml' } }), 'b.yaml': broken };
    const values = { ...both, 'b.yaml': broken.replace('Servr', 'Server, properties: {flavor: small}') };
    const count = (found: string[]): number => found.length;
    expect(count(faultsOf(resources, { files: both }, { nestedChecks: 'values' }))).toBe(2);
    expect(count(faultsOf(resources, { files: both }, { nestedChecks: 'form' }))).toBe(1);
    expect(count(faultsOf(resources, { files: values }, { nestedChecks: 'values' }))).toBe(1);
    expect(count(warningsOf(resources, { files: values }, { nestedChecks: 'form' }))).toBe(1);
    expect(count(warningsOf(resources, { files: both }, { nestedChecks: 'text' }))).toBe(2);
  });

  it('is so also where a template is not there, or is none', () => {
    const resources = { n: { type: 'a.yaml' } };
    const text = { nestedChecks: 'text' as const };
    const gone = { files: { 'a.yaml': nestedIn({ m: { type: 'gone.yaml' } }) } };
    expect(faultsOf(resources, gone)).toEqual([expect.stringContaining('`files` has no template `gone.yaml`')]);
    expect(warningsOf(resources, gone, text)).toEqual([expect.stringContaining('has no template `gone.yaml`')]);
    const none = { files: { ...gone.files, 'gone.yaml': '- x' } };
    expect(warningsOf(resources, none, text)).toEqual([expect.stringContaining('expected a template, found a list')]);
    const both = { ...resources, o: { type: 'gone.yaml' } };
    expect(faultsOf(both, none, text)).toEqual(['/files/gone.yaml: expected a template, found a list']);
  });

  it('is a warning where values are none of the question', () => {
    const resources = { n: { type: 'n.yaml' } };
    const request = { files: { 'n.yaml': nestedIn({ y: { type: 'Fake::Server', properties: { flavor: 'huge' } } }) } };
    expect(faultsOf(resources, request)).toHaveLength(1);
    expect(warningsOf(resources, request, { checkValues: false })).toHaveLength(1);
  });
});

describe('secrets that go into a nested template', () => {
  const template = {
    ...VERSION,
    parameters: { p: { type: 'string' }, q: { type: 'string' } },
    resources: {
      in: { type: 'Fake::Server', properties: { flavor: { get_param: 'p' }, name: { get_param: 'q' } } },
    },
  };
  const outer = {
    ...VERSION,
    parameters: { secret: { type: 'string', hidden: true }, plain: { type: 'string' } },
    resources: { n: { type: 'n.yaml', properties: { p: { get_param: 'secret' }, q: { get_param: 'plain' } } } },
  };
  const request = {
    template: outer as Json,
    files: { 'n.yaml': template as Json },
    parameters: { secret: 'hunter2', plain: 'shown-as-it-is' },
  };

  it('stay hidden there, whatever it says of its parameter', () => {
    const outcome = prepareStack(request, fakeOptions);
    const told = JSON.stringify(outcome.ok ? [] : outcome.diagnostics);
    expect(told).toContain('flavor');
    expect(told).not.toContain('hunter2');
    expect(told).toContain('found a length of 14');
  });

  it('are known as hidden parameters of the nested stack', () => {
    const outcome = prepareStack(request, { ...fakeOptions, nestedChecks: 'form' });
    const parameters = outcome.ok ? outcome.value.resources.get('n')?.nested?.parameters : undefined;
    expect([parameters?.get('p')?.hidden, parameters?.get('q')?.hidden]).toEqual([true, false]);
  });
});

describe('templates in templates', () => {
  const deep = (levels: number): Record<string, Json> =>
    Object.fromEntries(
      Array.from({ length: levels }, (_, at) => [
        `l${at + 1}.yaml`,
        nestedIn(at + 1 === levels ? { last: NONE } : { [`r${at + 1}`]: { type: `l${at + 2}.yaml` } }),
      ]),
    );

  it('may stand in each other as deep as the limit says', () => {
    const resources = { r0: { type: 'l1.yaml' } };
    expect(faultsOf(resources, { files: deep(5) })).toEqual([]);
    expect(faultsOf(resources, { files: deep(6) })).toEqual([
      '/files/l5.yaml/resources/r5/type: nested stacks stand in each other deeper than the limit of 5 (in the template of `r0` → `r1` → `r2` → `r3` → `r4`)',
    ]);
    expect(faultsOf(resources, { files: deep(2) }, { limits: { nestedDepth: 1 } })).toHaveLength(1);
    expect(faultsOf(resources, { files: deep(6) }, { nestedChecks: 'text' })).toEqual([]);
  });

  it('are refused where one contains itself, as soon as that is seen', () => {
    const own = { 'a.yaml': nestedIn({ x: { type: 'a.yaml' }, y: { type: 'a.yaml' } }) };
    expect(faultsOf({ n: { type: 'a.yaml' } }, { files: own })).toEqual([
      '/files/a.yaml/resources/x/type: the template contains itself: a.yaml → a.yaml (in the template of `n`)',
      '/files/a.yaml/resources/y/type: the template contains itself: a.yaml → a.yaml (in the template of `n`)',
    ]);
    const round = {
      'a.yaml': nestedIn({ x: { type: 'b.yaml' } }),
      'b.yaml': nestedIn({ y: { type: 'c.yaml' } }),
      'c.yaml': nestedIn({ z: { type: 'b.yaml' } }),
    };
    expect(faultsOf({ n: { type: 'a.yaml' } }, { files: round })).toEqual([
      '/files/c.yaml/resources/z/type: the template contains itself: b.yaml → c.yaml → b.yaml (in the template of `n` → `x` → `y`)',
    ]);
  });

  it('may contain themselves as long as a condition ends it', () => {
    const template = {
      ...VERSION,
      parameters: { path: { type: 'string' } },
      conditions: { more: { not: { equals: [{ get_param: 'path' }, 'aa'] } } },
      resources: {
        x: {
          type: 'a.yaml',
          condition: 'more',
          properties: { path: { list_join: ['', [{ get_param: 'path' }, 'a']] } },
        },
      },
    };
    const from = (path: string): string[] =>
      faultsOf({ n: { type: 'a.yaml', properties: { path } } }, { files: { 'a.yaml': template } });
    expect(from('')).toEqual([]);
    expect(from('b')).toEqual([expect.stringContaining('the template contains itself: a.yaml → a.yaml')]);
  });

  it('may lead back to themselves as long as a condition on the way ends it', () => {
    const parameters = { path: { type: 'string' } };
    const longer = { path: { list_join: ['', [{ get_param: 'path' }, 'a']] } };
    const files = {
      'a.yaml': {
        ...VERSION,
        parameters,
        conditions: { more: { equals: [{ get_param: 'path' }, ''] } },
        resources: { x: { type: 'b.yaml', condition: 'more', properties: longer } },
      },
      'b.yaml': { ...VERSION, parameters, resources: { y: { type: 'a.yaml', properties: longer } } },
    };
    expect(faultsOf({ n: { type: 'a.yaml', properties: { path: '' } } }, { files })).toEqual([]);
  });

  it('may stand for two types of which one is used in it', () => {
    const environment = { resource_registry: { 'My::T': 'a.yaml', 'Fake::None': 'a.yaml' } };
    const types = { ...fakeCatalogue, find: (type: string) => bare(fakeCatalogue.find(type)) };
    const request = { environment, files: { 'a.yaml': nestedIn({ x: NONE }) } };
    expect(faultsOf({ n: { type: 'My::T' } }, request, { types })).toEqual([]);
  });

  it('have no more resources together than the limit says', () => {
    const many = (count: number, type: string): Json =>
      nestedIn(Object.fromEntries(Array.from({ length: count }, (_, at) => [`r${at}`, { type }])));
    const bomb = { 'a.yaml': many(10, 'b.yaml'), 'b.yaml': many(10, 'c.yaml'), 'c.yaml': many(10, 'Fake::None') };
    expect(faultsOf({ n: { type: 'a.yaml' } }, { files: bomb }, { limits: { treeResources: 1111 } })).toEqual([]);
    const found = faultsOf({ n: { type: 'a.yaml' } }, { files: bomb }, { limits: { treeResources: 100 } });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((fault) => fault.replace(/^.*: | \(in .*/g, '')))).toEqual(
      new Set(['the stack and those nested in it have more resources than the limit of 100']),
    );
  });
});

/** A type of which nothing is asked. */
function bare(schema: ResourceSchema | undefined): ResourceSchema | undefined {
  return schema && { ...schema, properties: {}, attributes: {} };
}

describe('a template in the place of a type that there is', () => {
  const environment = { resource_registry: { 'Fake::Server': 'n.yaml' } };
  const faults = (parameters: Json, outputs: string[]): string[] => {
    const template = {
      ...VERSION,
      parameters,
      outputs: Object.fromEntries(outputs.map((name) => [name, { value: 1 }])),
    };
    const resources = { n: { type: 'Fake::Server', properties: { flavor: 'small' } } };
    return faultsOf(resources, { environment, files: { 'n.yaml': template } });
  };
  const flavor = { type: 'string' };
  const cannot = '/template/resources/n/type: `n.yaml` cannot stand for `Fake::Server`: it ';

  it('has what the type requires, and no less', () => {
    expect(faults({ flavor }, ['address', 'ports'])).toEqual([]);
    expect(
      faults({ flavor, count: { type: 'number', default: 1 }, x: { type: 'json', default: {} } }, ['address', 'ports']),
    ).toEqual([]);
  });

  it('is told all that it lacks', () => {
    expect(faults({ flavor: { type: 'number', default: 1 }, x: flavor }, ['ports'])).toEqual(
      expect.arrayContaining([
        `${cannot}has a parameter \`flavor\` of the kind Number, the type's is String`,
        `${cannot}requires a parameter \`x\`, which the type does not have as a property`,
        `${cannot}needs outputs for the type's attributes \`address\``,
      ]),
    );
    expect(faults({}, ['address', 'ports'])).toContain(
      `${cannot}needs a parameter \`flavor\`, which the type requires`,
    );
  });

  it('is not asked for it where values are none of the question', () => {
    const request = { environment, files: { 'n.yaml': VERSION } };
    expect(faultsOf({ n: { type: 'Fake::Server' } }, request, { checkValues: false })).toEqual([]);
  });
});

describe('what no engine does yet', () => {
  const environment = { resource_registry: { resources: { n: { hooks: ['pre-create'] } } } };
  const resources = { n: { type: 'server.yaml', properties: { flavor: 'small' } }, m: NONE };
  const told = [
    '/template/resources/n/type: `server.yaml` is made as a nested stack, which Kiln cannot make yet: write its resources into this template',
    '/template/resources/n: the environment has hooks for `n` (pre-create): Kiln cannot stop at hooks yet',
  ];

  it('is taken, or a warning, or a fault, as is asked', () => {
    expect(warningsOf(resources, { files, environment })).toEqual([]);
    expect(warningsOf(resources, { files, environment }, { notYet: 'warning' })).toEqual(told);
    expect(faultsOf(resources, { files, environment }, { notYet: 'fault' })).toEqual(told);
  });

  it('is told of the outermost stack alone', () => {
    const both = { ...files, 'a.yaml': nestedIn(resources) };
    expect(faultsOf({ a: { type: 'a.yaml' } }, { files: both }, { notYet: 'fault' })).toHaveLength(1);
  });

  it('is there for those who will do it', () => {
    const { hooks, restrictedActions } = prepare(resources, { files, environment }).resources.get('n')!;
    expect([hooks, restrictedActions]).toEqual([['pre-create'], []]);
  });
});

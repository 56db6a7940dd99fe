import type { Json } from '#contracts';
import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PrepareOptions, StackRequest } from '../request';
import type { TypeCatalogue } from '../schema/resource-schema';
import type { PreparedStack } from '../stack';
import { UNKNOWN } from '../values';

type Request = Partial<StackRequest>;

const HOT = { heat_template_version: '2021-04-16' };
const CFN = { AWSTemplateFormatVersion: '2010-09-09' };

/** In CloudFormation's form, as are its users' templates where they are not HOT. */
const SERVER = `HeatTemplateFormatVersion: '2012-12-12'
Description: a server
Parameters:
  flavor: {Type: String, AllowedValues: [small, large]}
  size: {Type: Number, Default: 3}
  labels: {Type: Json, Default: {}}
Mappings:
  names: {of: {small: s, large: l}}
Resources:
  in:
    Type: Fake::Server
    Properties:
      flavor: {Ref: flavor}
      count: {Ref: size}
      name: {"Fn::FindInMap": [names, of, {Ref: flavor}]}
      labels: {policy: {"Fn::ResourceFacade": DeletionPolicy}, stack: {Ref: "AWS::StackName"}}
Outputs:
  address: {Value: {"Fn::GetAtt": [in, address]}}
`;
const files = { 'server.yaml': SERVER };

function outcomeOf(template: Json, request: Request = {}, options: Partial<PrepareOptions> = {}) {
  return prepareStack({ template, files, ...request }, { ...fakeOptions, ...options });
}

function prepare(template: Json, request: Request = {}, options: Partial<PrepareOptions> = {}): PreparedStack {
  const outcome = outcomeOf(template, request, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

function faultsOf(template: Json, request: Request = {}, options: Partial<PrepareOptions> = {}): string[] {
  const outcome = outcomeOf(template, request, options);
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

const server = { Type: 'server.yaml', Properties: { flavor: 'small' } };

describe('a nested template of CloudFormation’s form', () => {
  it('makes the schema of the resource as one of HOT does', () => {
    const n = { type: 'server.yaml', properties: { flavor: 'small' } };
    const { schema } = prepare({ ...HOT, resources: { n } }).resources.get('n')!;
    expect(schema).toMatchObject({
      description: 'a server',
      properties: { flavor: { type: 'String', required: true }, size: { type: 'Number', default: 3 } },
      attributes: { address: { type: 'Any' } },
    });
    expect(faultsOf({ ...HOT, resources: { n: { type: 'server.yaml', properties: { size: 'x' } } } })).toEqual([
      '/template/resources/n/properties: the property `flavor` is required',
      '/template/resources/n/properties/size: expected a number, found the text `x`',
    ]);
  });

  it('is checked with the properties that it is given, and tells faults where they are written', () => {
    const broken = SERVER.replace('Fake::Server', 'Fake::Servr');
    const n = { type: 'server.yaml', properties: { flavor: 'small' } };
    expect(faultsOf({ ...HOT, resources: { n } }, { files: { 'server.yaml': broken } })).toEqual([
      '/files/server.yaml/Resources/in/Type: there is no resource type `Fake::Servr` (did you mean `Fake::Server`?) (in the template of `n`)',
    ]);
    expect(faultsOf({ ...HOT, resources: { n: { ...n, properties: { flavor: 'huge' } } } })).toEqual([
      expect.stringContaining('/template/resources/n/properties/flavor: expected `small` or `large`'),
    ]);
  });

  it('has parameters of its own, and sees the resource that it stands for', () => {
    const n = { type: 'server.yaml', properties: { flavor: 'large' }, deletion_policy: 'Retain' };
    const { nested } = prepare({ ...HOT, resources: { n } }).resources.get('n')!;
    expect(nested?.parameters.get('flavor')).toMatchObject({ value: 'large' });
    expect(nested?.parameters.get('size')).toMatchObject({ value: 3 });
    expect(nested?.world.parentResource).toMatchObject({ deletionPolicy: 'Retain' });
    expect(nested?.world.mappings).toEqual({ names: { of: { small: 's', large: 'l' } } });
    expect(nested?.world.parameters.get('AWS::StackName')).toBe(UNKNOWN);
  });

  it('has names that are texts', () => {
    const template = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  on: {Type: Fake::None}\n";
    const resources = { n: { type: 'n.yaml' } };
    expect(faultsOf({ ...HOT, resources }, { files: { 'n.yaml': template } })).toEqual([
      expect.stringMatching(/^\/files\/n.yaml\/Resources\/[^:]*: expected a text as name.*in the template of `n`/),
    ]);
  });
});

describe('a template of CloudFormation’s form', () => {
  it('has nested templates of its own form and of HOT', () => {
    const hot = `heat_template_version: 2021-04-16\nparameters: {p: {type: string}}\noutputs: {o: {value: {get_param: p}}}\n`;
    const Resources = {
      a: server,
      b: { Type: 'hot.yaml', Properties: { p: { 'Fn::GetAtt': ['a', 'address'] } } },
      c: { Type: 'Fake::Value', Properties: { value: { 'Fn::GetAtt': ['b', 'o'] } } },
    };
    const stack = prepare({ ...CFN, Resources }, { files: { ...files, 'hot.yaml': hot } });
    expect(stack.resources.get('c')?.dependencies).toEqual(['b']);
    expect(stack.resources.get('b')?.nested?.keys.sections.resources).toBe('resources');
    expect(stack.resources.get('a')?.nested?.keys.sections.resources).toBe('Resources');
    expect(stack.resources.get('a')?.nested?.world.mappings).not.toEqual({});
  });

  it('tells at its own keys what no engine does yet', () => {
    const options = { notYet: 'fault' as const, canAdopt: false };
    expect(faultsOf({ ...CFN, Resources: { n: server } }, {}, options)).toEqual([
      expect.stringContaining('/template/Resources/n/Type: `server.yaml` is made as a nested stack'),
    ]);
  });

  it('tells at its own keys of types that nothing makes', () => {
    const types: TypeCatalogue = {
      names: () => [],
      find: (name) =>
        /^Later/.test(name) ? { ...fakeCatalogue.find('Fake::None')!, type: name, available: false } : undefined,
    };
    const Resources = { a: { Type: 'Later::A' }, b: { Type: 'Later::B' } };
    expect(faultsOf({ ...CFN, Resources }, {}, { types })).toEqual([
      '/template/Resources: these resource types cannot be made yet: `Later::A`, `Later::B`',
      expect.stringContaining('/template/Resources/a/Type: '),
      expect.stringContaining('/template/Resources/b/Type: '),
    ]);
  });

  it('has groups whose members are defined as in HOT', () => {
    const types: TypeCatalogue = {
      names: () => [],
      find: (name) =>
        name === 'OS::Heat::ResourceGroup'
          ? { ...fakeCatalogue.find('Fake::Value')!, type: name, properties: { resource_def: { type: 'Map' } } }
          : fakeCatalogue.find(name),
    };
    const group = (definition: Json): Json => ({
      ...CFN,
      Resources: { g: { Type: 'OS::Heat::ResourceGroup', Properties: { resource_def: definition } } },
    });
    const stack = prepare(group({ type: 'Fake::Server', properties: { flavor: 'small' } }), {}, { types });
    expect(stack.resources.get('g')?.nested?.resources.get('0')?.type).toBe('Fake::Server');
    expect(faultsOf(group({ type: 'Fake::Server', properties: { flavor: 'huge' } }), {}, { types })).toEqual([
      expect.stringContaining('/template/Resources/g/Properties/resource_def/properties/flavor: expected `small`'),
    ]);
    expect(faultsOf(group({ Type: 'Fake::Server' }), {}, { types }).join()).toContain('has no key `Type`');
  });
});

describe('the types of parameters that environments are merged by', () => {
  it('are those that templates of CloudFormation’s form declare, too', () => {
    const environment = { parameter_defaults: { labels: { a: 1 } } };
    const more = { parameter_defaults: { labels: { b: 2 } }, parameter_merge_strategies: { labels: 'merge' } };
    const request = { environment, environmentFiles: ['more'], files: { ...files, more } };
    const { nested } = prepare({ ...CFN, Resources: { n: server } }, request).resources.get('n')!;
    expect(nested?.parameters.get('labels')).toMatchObject({ value: { a: 1, b: 2 } });
  });
});

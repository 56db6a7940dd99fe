import { randomBytes } from 'node:crypto';
import type { StackId } from '#contracts';
import { SecretBox } from '#entities';
import { createTypeRegistry } from '#resources';
import type { ResourceSchema } from '#template';
import type { CheckedStack } from './template-checker';
import { TemplateChecks } from './template-checks';

const NONE: ResourceSchema = {
  type: 'OS::Heat::None',
  description: 'Nothing',
  supportStatus: { status: 'SUPPORTED' },
  properties: {},
  attributes: {},
  anyProperties: true,
  anyAttributes: true,
};
const NET: ResourceSchema = { ...NONE, type: 'OS::Neutron::Net', available: false };
const PORT: ResourceSchema = { ...NET, type: 'OS::Neutron::Port' };
const KNOWN = [NONE, NET, PORT];
const TYPES = createTypeRegistry([], {
  find: (name) => KNOWN.find(({ type }) => type === name),
  names: () => KNOWN.map(({ type }) => type),
});
const VERSION = { heat_template_version: '2018-08-31' };

const secrets = new SecretBox(randomBytes(32));
const checks = new TemplateChecks(TYPES, secrets);
const QUOTAS = { mostResources: 3, mostNested: 1, mostTemplateBytes: 4_000 };
const QUESTION = { stackId: '6f1c2d3e-0000-4000-8000-000000000001' as StackId, project: 'p', ...QUOTAS };

function create(body: object | string): ReturnType<TemplateChecks['create']> {
  return checks.create({ ...QUESTION, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) });
}

function checked(body: object): CheckedStack {
  const verdict = create(body);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problem));
  return verdict.value;
}

function errorsOf(body: object): string[] {
  const verdict = create(body);
  return verdict.ok ? [] : (verdict.problem.errors ?? []).map(({ path }) => path);
}

describe('the check of a new stack', () => {
  const body = { stack_name: 'a', template: { ...VERSION, resources: { r: { type: 'OS::Heat::None' } } } };

  it('answers what is to be stored, with Heat’s defaults', () => {
    expect(checked(body)).toMatchObject({ name: 'a', timeoutMins: null, disableRollback: true, tags: [] });
    expect(secrets.open(Buffer.from(checked(body).sealedTemplate))).toEqual(body.template);
  });

  it('seals parameters and environment, and shows hidden ones masked', () => {
    const template = { ...VERSION, parameters: { secret: { type: 'string', hidden: true } } };
    const stack = checked({ stack_name: 'a', template, parameters: { secret: 'planted' } });
    expect(secrets.open(Buffer.from(stack.sealedParameters))).toEqual({ secret: 'planted' });
    expect(JSON.parse(stack.shownParameters)).toMatchObject({ secret: '******', 'OS::stack_name': 'a' });
    expect(JSON.stringify(stack)).not.toContain('planted');
  });

  it('seals every number as it was written, and takes those of the body’s own members for plain ones', () => {
    const [template, files, parameters] = [
      '{"heat_template_version":"2018-08-31","parameters":{"p":{"type":"json"},"d":{"type":"number","default":2.0}}}',
      '{"f":{"a":12345678901234567890}}',
      '{"p":[1.0,-0.0]}',
    ];
    const environment = '{"parameter_defaults":{"x":3.0}}';
    const verdict = create(
      `{"stack_name":"a","timeout_mins":60.0,"template":${template},"files":${files},"parameters":${parameters},"environment":${environment}}`,
    );
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.problem));
    const opened = (sealed: Uint8Array): string => secrets.openText(Buffer.from(sealed));
    expect(verdict.value.timeoutMins).toBe(60);
    expect(opened(verdict.value.sealedTemplate)).toBe(template);
    expect(opened(verdict.value.sealedFiles)).toBe(files);
    expect(opened(verdict.value.sealedParameters)).toBe(parameters);
    expect(opened(verdict.value.sealedEnvironment)).toContain('"parameter_defaults":{"x":3.0}');
    expect(verdict.value.shownParameters).toContain('"p":[1.0,-0.0],"d":2.0}');
  });

  it.each([
    ['template', '2.0'],
    ['files', '2.0'],
    ['parameters', '12345678901234567890'],
    ['environment', '2.0'],
    ['timeout_mins', '12345678901234567890'],
  ])('refuses %s that is %s', (member, number) => {
    const { stack_name } = body;
    const rest = JSON.stringify({ stack_name, template: body.template, [member]: 'NUMBER' }).replace(
      '"NUMBER"',
      number,
    );
    const verdict = create(rest);
    expect(verdict.ok ? [] : verdict.problem.errors).toEqual([expect.objectContaining({ path: `/${member}` })]);
  });

  it('refuses a body that is a number', () => {
    expect(create('2.0')).toMatchObject({ problem: { errors: [{ detail: 'the body must be a JSON object' }] } });
    expect(create('{"stack": 2.0}')).toMatchObject({
      problem: { errors: [{ detail: 'the body must be a JSON object' }] },
    });
  });

  it('takes a template as YAML, and a body wrapped as answers are', () => {
    const yaml = 'heat_template_version: 2018-08-31\nresources:\n  r:\n    type: OS::Heat::None\n';
    const stack = { stack_name: 'a', template: yaml, id: 'x', status: 'COMPLETE', timeout_mins: null };
    const sealed = Buffer.from(checked({ stack }).sealedTemplate);
    expect(secrets.open(sealed)).toMatchObject({ resources: { r: { type: 'OS::Heat::None' } } });
  });

  it.each([
    ['a key that there is not', { tags: [], tgas: [] }, '/tgas'],
    ['an answer’s key in a bare body', { status: 'COMPLETE' }, '/status'],
    ['__proto__', JSON.parse('{"__proto__": {}}') as object, '/__proto__'],
    ['a name with a space', { stack_name: 'a b' }, '/stack_name'],
    ['a name that is too long', { stack_name: 'a'.repeat(256) }, '/stack_name'],
    ['a template that is a list', { template: [] }, '/template'],
    ['a template that is null', { template: null }, '/template'],
    ['parameters that are a list', { parameters: [] }, '/parameters'],
    ['files that are a text', { files: 'x' }, '/files'],
    ['a timeout that is no whole number', { timeout_mins: 1.5 }, '/timeout_mins'],
    ['a timeout that is a text', { timeout_mins: '60' }, '/timeout_mins'],
    ['no time at all', { timeout_mins: 0 }, '/timeout_mins'],
    ['more minutes than the database counts', { timeout_mins: 2 ** 31 }, '/timeout_mins'],
    ['a rollback that is a text', { disable_rollback: 'yes' }, '/disable_rollback'],
    ['a tag with a comma', { tags: ['a,b'] }, '/tags'],
    ['a tag that is a number', { tags: [1] }, '/tags'],
    ['too many tags', { tags: Array.from({ length: 101 }, () => 't') }, '/tags'],
    ['file names that are no list', { environment_files: 'a.yaml' }, '/environment_files'],
  ])('refuses %s', (_what, more, path) => {
    expect(errorsOf({ ...body, ...more })).toEqual([path]);
  });

  it('finds every fault of the template, with pointers into it', () => {
    const resources = { a: { type: 'No::Such::Type' }, b: { type: 'OS::Heat::None', depends_on: 'c' } };
    const paths = errorsOf({ ...body, template: { ...VERSION, resources } });
    expect(paths).toContain('/template/resources/a/type');
    expect(paths.some((path) => path.startsWith('/template/resources/b/depends_on'))).toBe(true);
  });

  it('counts resources against the quota, and names it', () => {
    const resources = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { type: 'OS::Heat::None' }]));
    const verdict = create({ ...body, template: { ...VERSION, resources } });
    expect(verdict).toMatchObject({ ok: false, problem: { code: 'quota-exceeded' } });
    expect(!verdict.ok && verdict.problem.detail).toContain('"resources"');
  });

  it.each([
    ['as JSON', { ...VERSION, description: 'x'.repeat(4_000) }],
    ['as text', `heat_template_version: 2018-08-31\ndescription: ${'é'.repeat(2_000)}\n`],
  ])('counts the bytes of a template %s against the quota, and names it', (_form, template) => {
    const verdict = create({ ...body, template });
    expect(verdict).toMatchObject({ ok: false, problem: { code: 'quota-exceeded' } });
    expect(!verdict.ok && verdict.problem.detail).toMatch(/^quota "template_bytes": a template may have 4000 bytes/);
  });

  it('counts no bytes but the template’s', () => {
    const files = { 'a.txt': 'x'.repeat(5_000) };
    expect(create({ ...body, files }).ok).toBe(true);
  });

  it('names the quota of depth where nested stacks stand in each other too deep', () => {
    const nesting = (inner: string): string => `heat_template_version: 2018-08-31\nresources: {r: {type: ${inner}}}\n`;
    const files = { 'a.yaml': nesting('b.yaml'), 'b.yaml': nesting('OS::Heat::None') };
    const verdict = create({ ...body, template: { ...VERSION, resources: { r: { type: 'a.yaml' } } }, files });
    expect(verdict).toMatchObject({ ok: false, problem: { code: 'quota-exceeded' } });
    expect(!verdict.ok && verdict.problem.detail).toMatch(/^quota "nested_depth": /);
  });

  it('names the quota of resources where those that are nested are too many', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => `  ${name}: {type: OS::Heat::None}\n`).join('');
    const files = { 'many.yaml': `heat_template_version: 2018-08-31\nresources:\n${many}` };
    const resources = { m: { type: 'many.yaml' }, n: { type: 'many.yaml' } };
    const verdict = create({ ...body, template: { ...VERSION, resources }, files });
    expect(verdict).toMatchObject({ ok: false, problem: { code: 'quota-exceeded' } });
    expect(!verdict.ok && verdict.problem.detail).toMatch(/^quota "resources": /);
  });

  it('refuses U+0000 that only shows once YAML is read', () => {
    const template = 'heat_template_version: 2018-08-31\ndescription: "a\\0b"\n';
    expect(create({ stack_name: 'a', template }).ok).toBe(false);
  });

  it('says that it can’t adopt yet', () => {
    expect(create({ ...body, adopt_stack_data: {} })).toMatchObject({ problem: { code: 'not-implemented' } });
  });

  it('refuses a resource that is to be adopted, and says where it stands and what to do', () => {
    const template = `heat_template_version: 2018-08-31
resources:
  made: {type: OS::Heat::None}
  there: {type: OS::Heat::None, external_id: x-1}
`;
    const there = {
      path: '/template/resources/there/external_id',
      detail: expect.stringContaining('leave `external_id` out') as string,
      line: 4,
      column: 33,
    };
    expect(create({ ...body, template })).toMatchObject({ problem: { code: 'invalid-request', errors: [there] } });
  });

  it('refuses types that nothing makes: one answer names them all, and the way round is taken', () => {
    const resources = { a: { type: NET.type }, b: { type: PORT.type }, c: { type: NONE.type } };
    const request = { ...body, template: { ...VERSION, resources } };
    expect(create(request)).toMatchObject({
      problem: {
        code: 'invalid-request',
        detail: expect.stringContaining('cannot be made yet: `OS::Neutron::Net`, `OS::Neutron::Port`') as string,
        errors: [
          { path: '/template/resources' },
          { path: '/template/resources/a/type', detail: expect.stringContaining('to `OS::Heat::None`') as string },
          { path: '/template/resources/b/type', detail: expect.stringContaining('to `OS::Heat::None`') as string },
        ],
      },
    });
    const environment = { resource_registry: { 'OS::Neutron::*': 'OS::Heat::None' } };
    expect(create({ ...request, environment }).ok).toBe(true);
  });

  const nested = `heat_template_version: 2018-08-31
parameters:
  secret: {type: string, hidden: true}
resources:
  inner: {type: OS::Heat::None}
`;
  const twice = { ...VERSION, resources: { n: { type: 'n.yaml' }, m: { type: 'My::Type' } } };
  const mapped = { resource_registry: { 'My::Type': 'n.yaml' }, parameter_defaults: { secret: 'planted' } };

  it('refuses nested stacks and hooks, which no engine does yet, each with its place', () => {
    const environment = {
      ...mapped,
      resource_registry: { ...mapped.resource_registry, resources: { n: { hooks: 'pre-create' } } },
    };
    const request = { ...body, template: twice, files: { 'n.yaml': nested }, environment };
    expect(create({ ...request, template: twice })).toMatchObject({
      problem: {
        code: 'invalid-request',
        errors: [
          { path: '/template/resources/n/type', detail: expect.stringContaining('cannot make yet') as string },
          { path: '/template/resources/n', detail: expect.stringContaining('cannot stop at hooks yet') as string },
          { path: '/template/resources/m/type', detail: expect.stringContaining('cannot make yet') as string },
        ],
      },
    });
  });

  it('finds what is wrong in nested templates all the same', () => {
    const files = { 'n.yaml': nested.replace('OS::Heat::None', 'No::Such::Type') };
    const request = { ...body, template: twice, files, environment: mapped };
    expect(errorsOf(request)).toContain('/files/n.yaml/resources/inner/type');
  });

  it.each(['[]', '"x"', '1', 'null', '{"stack": []}'])('refuses the body %s', (text) => {
    expect(create(text)).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
  });
});

describe('the check of a template alone', () => {
  function validate(body: object): Record<string, unknown> {
    const verdict = checks.validate({ project: 'p', body: Buffer.from(JSON.stringify(body)) });
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.problem));
    return JSON.parse(verdict.value) as Record<string, unknown>;
  }

  it('needs no values, and tells what the template has', () => {
    const template = {
      ...VERSION,
      description: 'an example',
      parameters: { size: { type: 'number', label: 'Size', constraints: [{ range: { min: 1 } }] } },
      resources: { r: { type: 'OS::Heat::None', depends_on: 's' }, s: { type: 'OS::Heat::None' } },
      outputs: { o: { description: 'it', value: 1 } },
    };
    expect(validate({ template })).toMatchObject({
      description: 'an example',
      parameters: { size: { type: 'number', label: 'Size', hidden: false, constraints: [{ range: { min: 1 } }] } },
      parameter_groups: [],
      resources: { r: { type: 'OS::Heat::None', requires: ['s'], deletion_policy: 'Delete' } },
      conditions: {},
      outputs: { o: { description: 'it' } },
      warnings: [],
    });
  });

  it('refuses what a create would refuse: a resource that is to be adopted', () => {
    const template = { ...VERSION, resources: { there: { type: 'OS::Heat::None', external_id: 'x-1' } } };
    const body = Buffer.from(JSON.stringify({ template }));
    expect(checks.validate({ project: 'p', body })).toMatchObject({
      problem: { code: 'invalid-request', errors: [{ path: '/template/resources/there/external_id' }] },
    });
  });

  it('takes types that nothing makes, and warns of them', () => {
    const resources = { a: { type: NET.type }, b: { type: NET.type, depends_on: 'a' } };
    expect(validate({ template: { ...VERSION, resources } })).toMatchObject({
      resources: { a: { type: NET.type }, b: { type: NET.type, requires: ['a'] } },
      warnings: [
        {
          path: '/template/resources/a/type',
          detail: expect.stringContaining('`OS::Neutron::Net` is known') as string,
        },
      ],
    });
  });

  it('takes nested templates and hooks, and warns of them', () => {
    const template = { ...VERSION, resources: { n: { type: 'n.yaml' } } };
    const files = { 'n.yaml': { ...VERSION, resources: { inner: { type: 'OS::Heat::None' } } } };
    const environment = { resource_registry: { resources: { n: { hooks: ['pre-create'] } } } };
    expect(validate({ template, files, environment })).toMatchObject({
      resources: { n: { type: 'n.yaml' } },
      warnings: [{ path: '/template/resources/n/type' }, { path: '/template/resources/n' }],
    });
  });

  it('masks defaults of parameters that nested templates hide', () => {
    const template = { ...VERSION, resources: { n: { type: 'n.yaml' } } };
    const parameters = { secret: { type: 'string', hidden: true }, plain: { type: 'string' } };
    const files = { 'n.yaml': { ...VERSION, parameters } };
    const environment = { parameter_defaults: { secret: 'planted', plain: 'shown' } };
    expect(validate({ template, files, environment })).toMatchObject({
      environment: { parameter_defaults: { secret: '******', plain: 'shown' } },
    });
  });

  it('masks hidden values wherever they come from', () => {
    const template = { ...VERSION, parameters: { secret: { type: 'string', hidden: true, default: 'planted' } } };
    const environment = { parameters: { secret: 'planted' }, parameter_defaults: { secret: 'planted' } };
    const shown = validate({ template, environment });
    expect(JSON.stringify(shown)).not.toContain('planted');
    expect(shown['parameters']).toMatchObject({ secret: { default: '******', value: '******' } });
  });
});

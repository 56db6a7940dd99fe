import { foreseeNewStack } from '#comparison';
import { builtInTypes, createTypeRegistry } from '#resources';
import { prepareStack, runToEnd } from '#template';
import type { ExactObject } from '#template';
import { PreviewDto } from '../../previews/dto/preview.dto';
import { previewView } from './preview-view';

const HOT = { heat_template_version: '2018-08-31' };
const types = createTypeRegistry(builtInTypes);
const pseudo = { stackName: 'outer', stackId: 'stack-1', projectId: 'p' };
const value = (of: unknown): object => ({ type: 'OS::Heat::Value', properties: { value: of } });

function preview(template: object, files: object = {}, parameters: object = {}, hidden: string[] = []): PreviewDto {
  const request = { template: { ...HOT, ...template }, files, parameters } as never;
  const prepared = prepareStack(request, { types, pseudo });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  const secrets = { parameters: new Set(hidden), files: false };
  const shown = { secrets, any: true, past: () => true };
  return runToEnd(previewView(prepared.value, runToEnd(foreseeNewStack(prepared.value)), shown));
}

const NESTED: ExactObject = {
  ...HOT,
  parameters: { size: { type: 'number' }, secret: { type: 'string', hidden: true, default: 'h1dden' } },
  resources: { inner: value({ get_param: 'size' }) as never, hides: value({ get_param: 'secret' }) as never },
  outputs: { size: { value: { get_param: 'size' } } },
};

describe('previewView', () => {
  it('shows what a nested stack is made of inside of its resource', () => {
    const resources = { outer: { type: 'nested.yaml', properties: { size: 3 } } };
    const [outer] = preview({ resources }, { 'nested.yaml': NESTED }).resources;
    expect(outer).toMatchObject({
      ...{ resource_name: 'outer', resource_type: 'nested.yaml', change: 'create' },
      properties: [{ path: '/size', to: 3 }, {}],
      nested: {
        resources: [
          { resource_name: 'inner', change: 'create', properties: [{ path: '/value', to: 3, known: true }] },
          { resource_name: 'hides', change: 'create', properties: [{ path: '/value', to: '******', known: true }] },
        ],
        outputs: [{ output_key: 'size', output_value: 3 }],
      },
    });
  });

  it('masks all of a nested stack that something hidden goes into, and what it says of itself', () => {
    const parameters = { key: { type: 'string', hidden: true } };
    const resources = { outer: { type: 'nested.yaml', properties: { size: { get_param: 'key' } } } };
    const shown = preview({ parameters, resources }, { 'nested.yaml': NESTED }, { key: '47110815' });
    expect(JSON.stringify(shown)).not.toMatch(/47110815|h1dden/);
    expect(shown.resources[0]).toMatchObject({ nested: { resources: [{ properties: [{ to: '******' }] }, {}] } });
  });

  it('masks it also where only the preview hides the parameter that goes in', () => {
    const parameters = { key: { type: 'string' } };
    const resources = { outer: { type: 'nested.yaml', properties: { size: { get_param: 'key' } } } };
    const shown = preview({ parameters, resources }, { 'nested.yaml': NESTED }, { key: '47110815' }, ['key']);
    expect(JSON.stringify(shown)).not.toContain('47110815');
  });

  it('shows defaults beside what is hidden, and nothing of a map that a function makes of it', () => {
    const parameters = { key: { type: 'string', hidden: true }, all: { type: 'json', hidden: true } };
    const resources = {
      a: { type: 'OS::Heat::TestResource', properties: { value: { get_param: 'key' } } },
      b: { type: 'OS::Heat::None', properties: { get_param: 'all' } },
    };
    const shown = preview({ parameters, resources }, {}, { key: 's3cret', all: { x: 's3cret' } });
    expect(JSON.stringify(shown)).not.toContain('s3cret');
    expect(shown.resources[0]?.properties).toContainEqual({ path: '/fail', from: null, to: false, known: true });
    expect(shown.resources[1]?.properties).toEqual([{ path: '/x', from: null, to: '******', known: true }]);
  });
});

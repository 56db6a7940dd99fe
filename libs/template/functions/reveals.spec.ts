import type { Json } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import { resolveProperties } from '../resolve-stack';

const PARAMETERS = {
  shown: { type: 'string', default: 'plain' },
  secret: { type: 'string', default: 'planted', hidden: true },
  more: { type: 'json', default: { a: 'planted' }, hidden: true },
  which: { type: 'string', default: 'shown' },
};

/** What is said of a value that is no flavour. */
function said(flavor: Json): string {
  const resources = {
    made: { type: 'Fake::Value', properties: { value: 1 } },
    server: { type: 'Fake::Server', properties: { flavor } },
  };
  const template = { heat_template_version: '2021-04-16', parameters: PARAMETERS, resources };
  const prepared = prepareStack({ template }, fakeOptions);
  if (!prepared.ok) return prepared.diagnostics.map(({ detail }) => detail).join('; ');
  const known = { reference: () => 'plain', attribute: () => 'planted' };
  const resolved = resolveProperties(prepared.value, 'server', known);
  return resolved.ok ? '' : resolved.diagnostics.map(({ detail }) => detail).join('; ');
}

describe('a value that is wrong', () => {
  it.each<[Json]>([
    ['plain'],
    [{ get_param: 'shown' }],
    [{ get_param: ['shown'] }],
    [{ get_resource: 'made' }],
    [{ list_join: ['', [{ get_param: 'shown' }]] }],
  ])('is shown where it is no secret: %j', (value) => {
    expect(said(value)).toBe('expected `small` or `large`, found the text `plain`');
  });

  it.each<[Json]>([
    [{ get_param: 'secret' }],
    [{ get_param: ['secret'] }],
    [{ get_param: ['more', 'a'] }],
    // Which parameter it is may itself depend on a value.
    [{ get_param: { get_param: 'which' } }],
    [{ get_attr: ['made', 'value'] }],
    [{ list_join: ['', [{ get_param: 'shown' }, { get_param: 'secret' }]] }],
    [{ str_replace: { template: 'x', params: { x: { get_param: 'secret' } } } }],
  ])('is not shown where it may be one: %j', (value) => {
    expect(said(value)).toBe('expected `small` or `large`');
  });

  it.each<[Json]>([
    [{ get_param: { get_param: 'secret' } }],
    [{ get_resource: { get_param: 'secret' } }],
    [{ get_attr: [{ get_param: 'secret' }, 'value'] }],
    [{ get_attr: ['made', { get_param: 'secret' }] }],
    [{ get_file: { get_param: 'secret' } }],
    [{ digest: [{ get_param: 'secret' }, 'x'] }],
    [{ map_replace: [{ a: 1, b: 2 }, { keys: { a: { get_param: 'secret' }, b: { get_param: 'secret' } } }] }],
    [{ map_replace: [{}, { map_replace: [{ a: 1 }, { keys: { a: { get_param: 'secret' } } }] }] }],
    [{ if: [{ get_param: 'secret' }, 1, 2] }],
    [{ get_file: { get_param: ['more', 'a'] } }],
  ])('is masked where it is taken for a name: %j', (value) => {
    expect(said(value)).toContain('******');
    expect(said(value)).not.toContain('planted');
  });

  it.each<[Json]>([
    [{ get_param: 'secret' }],
    [{ not: { get_param: 'secret' } }],
    [{ and: [true, { get_param: 'secret' }] }],
  ])('is masked where it is taken for a condition: %j', (condition) => {
    const template = {
      heat_template_version: '2021-04-16',
      parameters: PARAMETERS,
      conditions: { condition },
      resources: { made: { type: 'Fake::None', condition: 'condition' } },
    };
    const prepared = prepareStack({ template }, fakeOptions);
    const details = prepared.ok ? [] : prepared.diagnostics.map(({ detail }) => detail);
    expect(details.join()).toContain('found the text `******`');
    expect(details.join()).not.toContain('planted');
  });
});

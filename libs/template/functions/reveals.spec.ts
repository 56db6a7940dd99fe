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

/** More than is shown of any text. */
const LONG = 'planted '.repeat(20);
const RESOURCES = { made: { type: 'Fake::None', condition: 'condition' } };

/** What is said of a template in which `secret` is such a text. */
function faultOf(sections: Record<string, Json>): string {
  const parameters = { secret: { type: 'string', default: LONG, hidden: true } };
  return faultIn({ heat_template_version: '2021-04-16', parameters, ...sections });
}

function faultIn(template: Record<string, Json>): string {
  const prepared = prepareStack({ template }, fakeOptions);
  return prepared.ok ? '' : prepared.diagnostics.map(({ detail }) => detail).join('; ');
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
    [{ get_file: { get_param: ['more', 'a'] } }],
  ])('is masked where it is taken for a name: %j', (value) => {
    expect(said(value)).toContain('******');
    expect(said(value)).not.toContain('planted');
  });

  it.each<[Json]>([
    [{ get_param: 'secret' }],
    [{ not: { get_param: 'secret' } }],
    [{ and: [true, { get_param: 'secret' }] }],
  ])('is not shown where it is taken for a condition: %j', (condition) => {
    const wrong = faultOf({ conditions: { condition }, resources: RESOURCES });
    expect(wrong).toMatch(/^expected .*, found a text$/);
  });

  it.each<Record<string, Json>>([
    { type: 'Fake::None', condition: { not: { get_param: 'secret' } } },
    { type: 'Fake::Value', properties: { value: { if: [{ get_param: 'secret' }, 1, 2] } } },
  ])('is not shown where it is taken for a condition of a resource: %j', (made) => {
    expect(faultOf({ resources: { made } })).toBe('expected the name of a condition or a boolean, found a text');
  });

  it('is not shown where it is taken for a deletion policy', () => {
    const made = { type: 'Fake::None', deletion_policy: { get_param: 'secret' } };
    expect(faultOf({ resources: { made } })).toMatch(/^expected `Delete`.*, found a text$/);
  });

  it.each<[Json]>([
    [[{ Ref: 'secret' }, 'a', 'b']],
    [['map', { Ref: 'secret' }, 'b']],
    [['map', 'a', { 'Fn::Join': ['', ['lead', { Ref: 'secret' }]] }]],
  ])('is not shown where it is taken for a name in a mapping: %j', (path) => {
    const made = { Type: 'Fake::Value', Properties: { value: { 'Fn::FindInMap': path } } };
    const template = {
      HeatTemplateFormatVersion: '2012-12-12',
      Parameters: { secret: { Type: 'String', Default: LONG, NoEcho: true } },
      Mappings: { map: { a: { b: 1 } } },
      Resources: { made },
    };
    expect(faultIn(template)).toMatch(/^expected (the name of a mapping|a key of the mapping), found a text$/);
  });

  it('is shown where it is none, and what is near it', () => {
    const near = { which: { type: 'string', default: 'maed' } };
    const template = {
      heat_template_version: '2021-04-16',
      parameters: near,
      conditions: { made: true, condition: { not: { get_param: 'which' } } },
      resources: { made: { type: 'Fake::None', condition: 'condition' } },
    };
    expect(faultIn(template)).toBe(
      'expected the name of a condition or a boolean, found the text `maed` (did you mean `made`?)',
    );
  });
});

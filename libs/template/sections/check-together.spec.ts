import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { StackRequest } from '../request';
import type { ResourceSchema, TypeCatalogue } from '../schema/resource-schema';

const PAIR: ResourceSchema = {
  type: 'A::Pair',
  description: '',
  supportStatus: { status: 'SUPPORTED' },
  properties: { low: { type: 'Integer' }, high: { type: 'Integer', default: 10 }, inner: { type: 'Map' } },
  attributes: {},
  check: ({ low, high }) => {
    if (low === undefined) return [{ detail: 'low is not known' }];
    return Number(low) > Number(high) ? [{ property: 'low', detail: 'too high' }] : [];
  },
  definitions: ({ inner }) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return [];
    const { type, ...properties } = inner;
    return typeof type === 'string' ? [{ path: ['inner', 'def'], type, properties }] : [];
  },
};

const types: TypeCatalogue = {
  find: (type) => (type === PAIR.type ? PAIR : fakeCatalogue.find(type)),
  names: () => [PAIR.type, ...fakeCatalogue.names()],
};

function diagnose(properties: string, request: Partial<StackRequest> = {}): string[] {
  const template = `heat_template_version: 2021-04-16
parameters: {secret: {type: string, hidden: true, default: planted}}
resources:
  v: {type: Fake::Value, properties: {value: 1}}
  pair: {type: A::Pair, properties: ${properties}}
`;
  const prepared = prepareStack({ template, ...request }, { ...fakeOptions, types });
  return prepared.ok ? [] : prepared.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

describe('what a type wants of several properties', () => {
  it('is checked on their final values, defaults filled in', () => {
    expect(diagnose('{low: "9"}')).toEqual([]);
    expect(diagnose('{low: "11"}')).toEqual(['/template/resources/pair/properties/low: too high']);
  });

  it('is asked without those that are not known yet, and may be told at all of them', () => {
    expect(diagnose('{low: {get_attr: [v, value]}}')).toEqual([
      '/template/resources/pair/properties: low is not known',
    ]);
  });

  it('is a matter of values: with those not to be checked it is a warning', () => {
    const template = 'heat_template_version: 2021-04-16\nresources: {pair: {type: A::Pair, properties: {low: 11}}}\n';
    const prepared = prepareStack({ template }, { ...fakeOptions, types, checkValues: false });
    expect(prepared.ok && prepared.warnings.map(({ detail }) => detail)).toEqual(['too high']);
  });
});

describe('a resource that another one makes', () => {
  const inner = (properties: string): string => `{low: 1, inner: {${properties}}}`;

  it('is of a type that there is', () => {
    expect(diagnose(inner('type: Fake::Valve'))).toEqual([
      '/template/resources/pair/properties/inner: there is no resource type `Fake::Valve` (did you mean `Fake::Value`?)',
    ]);
  });

  it('has the properties that its type wants, as far as they are known', () => {
    expect(diagnose(inner('type: Fake::Server, flavour: small'))).toEqual(
      expect.arrayContaining([
        '/template/resources/pair/properties/inner: the property `flavor` is required',
        '/template/resources/pair/properties/inner: unknown property `flavour` (did you mean `flavor`?)',
      ]),
    );
    expect(diagnose(inner('type: Fake::None, anything: 1'))).toEqual([]);
  });

  it('is looked up in the registry, as what a group names it', () => {
    const map = (resource_registry: Record<string, string>): Partial<StackRequest> => ({
      environment: { resource_registry },
    });
    expect(diagnose(inner('type: My::Type'), map({ 'My::Type': 'Fake::None' }))).toEqual([]);
    expect(diagnose(inner('type: My::Type'), map({ 'My::Type': 'mine.yaml' }))).toEqual([]);
  });

  it('never shows its values, which may be secret', () => {
    const faults = diagnose(inner('type: Fake::Server, flavor: {get_param: secret}'));
    expect(faults.join()).toContain('expected `small` or `large`');
    expect(faults.join()).not.toContain('planted');
  });
});

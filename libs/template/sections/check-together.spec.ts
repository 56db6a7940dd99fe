import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { ResourceSchema, TypeCatalogue } from '../schema/resource-schema';

const PAIR: ResourceSchema = {
  type: 'A::Pair',
  description: '',
  supportStatus: { status: 'SUPPORTED' },
  properties: {
    size: { type: 'Any' },
    low: { type: 'Integer' },
    high: { type: 'Integer', default: 10 },
    name: { type: 'String' },
  },
  attributes: {},
  check: ({ low, high, size }, { isGiven, dependsOn }) => {
    if (typeof size === 'object') return [{ property: 'size', detail: 'is no plain number' }];
    if (low === undefined) return [{ detail: `low is ${isGiven('low') ? 'not known' : 'left out'}` }];
    if (isGiven('name')) return [{ property: 'name', detail: `waits for v: ${dependsOn('v')}` }];
    return Number(low) > Number(high) ? [{ property: 'low', detail: 'too high' }] : [];
  },
};

const types: TypeCatalogue = {
  find: (type) => (type === PAIR.type ? PAIR : fakeCatalogue.find(type)),
  names: () => [PAIR.type, ...fakeCatalogue.names()],
};

function diagnose(properties: string): string[] {
  const template = `heat_template_version: 2021-04-16
resources:
  v: {type: Fake::Value, properties: {value: 1}}
  pair: {type: A::Pair, properties: ${properties}}
`;
  const prepared = prepareStack({ template }, { ...fakeOptions, types });
  return prepared.ok ? [] : prepared.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

describe('what a type wants of several properties', () => {
  it('is checked on their final values, defaults filled in', () => {
    expect(diagnose('{low: "9"}')).toEqual([]);
    expect(diagnose('{low: 9.0, size: 2.0}')).toEqual([]);
    expect(diagnose('{low: "11"}')).toEqual(['/template/resources/pair/properties/low: too high']);
  });

  it('is asked without those that are not known yet, and may be told at all of them', () => {
    expect(diagnose('{low: {get_attr: [v, value]}}')).toEqual([
      '/template/resources/pair/properties: low is not known',
    ]);
  });

  it('is asked with what is given besides, and what the resource waits for', () => {
    expect(diagnose('{}')).toEqual(['/template/resources/pair/properties: low is left out']);
    expect(diagnose('{low: 1, name: null}')).toEqual([]);
    expect(diagnose('{low: 1, name: x}')).toEqual(['/template/resources/pair/properties/name: waits for v: false']);
    expect(diagnose('{low: 1, name: x}, depends_on: v')).toEqual([
      '/template/resources/pair/properties/name: waits for v: true',
    ]);
    expect(diagnose('{low: 1, name: {get_attr: [v, value]}}')).toEqual([
      '/template/resources/pair/properties/name: waits for v: true',
    ]);
  });

  it('is a matter of values: with those not to be checked it is a warning', () => {
    const template = 'heat_template_version: 2021-04-16\nresources: {pair: {type: A::Pair, properties: {low: 11}}}\n';
    const prepared = prepareStack({ template }, { ...fakeOptions, types, checkValues: false });
    expect(prepared.ok && prepared.warnings.map(({ detail }) => detail)).toEqual(['too high']);
  });
});

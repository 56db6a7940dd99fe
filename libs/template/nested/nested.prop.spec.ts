import fc from '../../../test/support/fast-check';
import type { Json, JsonObject } from '#contracts';
import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import { resolveProperties } from '../resolve-stack';
import type { PreparedStack } from '../stack';

const LIMITS = { nestedDepth: 3, treeResources: 100 };
const DEPTHS = [0, 1, 3];
const NAMES = ['a.yaml', 'b.yaml', 'c.yaml'];

const type = fc.constantFrom(...NAMES, 'My::A', 'My::B', 'Fake::Value', 'Fake::None', 'missing.yaml');
const value = fc.constantFrom<Json>(
  'x',
  5,
  null,
  { get_param: 'p' },
  { get_attr: ['r0', 'o'] },
  { get_resource: 'r1' },
  [1],
);
const resource = fc.record({
  type,
  properties: fc.dictionary(fc.constantFrom('p', 'value', 'q'), value, { maxKeys: 2 }),
  condition: fc.constantFrom<Json>(true, false, { equals: [{ get_param: 'p' }, 'x'] }),
});
const template = fc.array(resource, { maxLength: 3 }).map((resources): JsonObject => ({
  heat_template_version: '2021-04-16',
  parameters: { p: { type: 'string', default: 'x' } },
  resources: Object.fromEntries(resources.map((each, at) => [`r${at}`, each])),
  outputs: { o: { value: { get_param: 'p' } } },
}));
const registry = fc.dictionary(
  fc.constantFrom('My::A', 'My::B', 'My::*', 'Fake::Value', 'resources'),
  fc.constantFrom<Json>('a.yaml', 'b.yaml', 'Fake::None', 'My::A', 'Fake::*', null),
  { maxKeys: 4 },
);
const request = fc.record({
  template,
  files: fc
    .tuple(template, template, template)
    .map((all) => Object.fromEntries(all.map((one, at) => [NAMES[at] ?? '', one])) as JsonObject),
  environment: registry.map((resource_registry): JsonObject => ({ resource_registry })),
});

function depthOf(stack: PreparedStack): number {
  const depths = [...stack.resources.values()].map(({ nested }) => (nested === undefined ? 0 : 1 + depthOf(nested)));
  return Math.max(0, ...depths);
}

describe('templates that stand in each other anyhow', () => {
  it('are prepared to an end, and never deeper than the limit', () => {
    fc.assert(
      fc.property(request, fc.constantFrom(...DEPTHS), (given, nestedDepth) => {
        const options = { ...fakeOptions, limits: { ...LIMITS, nestedDepth }, checkValues: false };
        for (const nestedChecks of ['values', 'form', 'text'] as const) {
          const outcome = prepareStack(given, { ...options, nestedChecks });
          if (outcome.ok) expect(depthOf(outcome.value)).toBeLessThanOrEqual(nestedDepth);
          else expect(outcome.diagnostics).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are told no less where more is checked', () => {
    fc.assert(
      fc.property(request, (given) => {
        const [text, form, values] = (['text', 'form', 'values'] as const).map((nestedChecks) => {
          const outcome = prepareStack(given, { ...fakeOptions, limits: LIMITS, nestedChecks });
          return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path} ${detail}`);
        });
        expect(form).toEqual(expect.arrayContaining(text ?? []));
        expect(values).toEqual(expect.arrayContaining(form ?? []));
      }),
      { numRuns: 200 },
    );
  });

  it('have, where they are right, properties that can be resolved', () => {
    let right = 0;
    fc.assert(
      fc.property(request, (given) => {
        const outcome = prepareStack(given, { ...fakeOptions, limits: LIMITS });
        if (!outcome.ok) return;
        right += 1;
        const scope = { reference: (name: string) => `id-${name}`, attribute: () => 'x' };
        for (const name of outcome.value.resources.keys()) {
          const resolved = resolveProperties(outcome.value, name, scope);
          expect(resolved.ok ? [] : resolved.diagnostics).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(right).toBeGreaterThan(0);
  });
});

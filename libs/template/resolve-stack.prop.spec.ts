import fc from '../../test/support/fast-check';
import type { Json, JsonObject } from '#contracts';
import { fakeOptions } from './fixtures/fake-types';
import { prepareStack } from './prepare-stack';
import { resolveProperties } from './resolve-stack';
import type { PreparedStack } from './stack';

const names = ['a', 'b', 'c', 'd'];

/** Values with functions in them, some of which are wrong. */
const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>('x', 1, 2.5, true, null, 'a,b'),
    fc.constantFrom(...names).map((name): Json => ({ get_resource: name })),
    fc.constantFrom(...names).map((name): Json => ({ get_attr: [name, 'value'] })),
    fc.constantFrom('p', 'q', 'OS::stack_name', 'nope').map((name): Json => ({ get_param: name })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('k', 'l', 'get_param', '__proto__'), tie('value'), { maxKeys: 2 }),
    fc.array(tie('value'), { maxLength: 3 }).map((items): Json => ({ list_join: [',', items] })),
    fc.tuple(tie('value'), tie('value')).map(([template, x]): Json => ({ str_replace: { template, params: { x } } })),
    fc.array(tie('value'), { maxLength: 2 }).map((lists): Json => ({ list_concat: lists })),
    fc.array(tie('value'), { maxLength: 2 }).map((maps): Json => ({ map_merge: maps })),
    fc.tuple(tie('value'), tie('value')).map(([of, x]): Json => ({ repeat: { template: of, for_each: { x } } })),
    fc.tuple(tie('value'), tie('value')).map((parts): Json => ({ contains: parts })),
    fc.tuple(fc.boolean(), tie('value'), tie('value')).map((parts): Json => ({ if: parts })),
  ),
})).value;

const template = fc.array(value, { minLength: 4, maxLength: 4 }).map((values): JsonObject => {
  const resources = values.map((item, index) => [names[index], { type: 'Fake::Value', properties: { value: item } }]);
  const parameters = { p: { type: 'string', default: 'pp' }, q: { type: 'json', default: [1, { k: 2 }] } };
  return { heat_template_version: '2021-04-16', parameters, resources: Object.fromEntries(resources) as JsonObject };
});

function prepare(source: Json): PreparedStack | undefined {
  const outcome = prepareStack({ template: source }, fakeOptions);
  return outcome.ok ? outcome.value : undefined;
}

/** Maps of one entry that is named like a function. */
function callsIn(found: Json): string[] {
  if (typeof found !== 'object' || found === null) return [];
  const keys = Array.isArray(found) ? [] : Object.keys(found);
  const calls = ['get_resource', 'get_attr', 'get_param', 'list_join', 'str_replace', 'if', 'list_concat', 'repeat'];
  const own = keys.length === 1 ? keys.filter((key) => calls.includes(key)) : [];
  return [...own, ...Object.values(found).flatMap(callsIn)];
}

const known = { reference: (name: string) => `id-${name}`, attribute: () => 'value' };

describe('a template that was found right', () => {
  it('prepares and resolves without throwing, and to the same each time', () => {
    fc.assert(
      fc.property(template, (source) => {
        const stack = prepare(source);
        for (const name of stack?.resources.keys() ?? []) {
          const once = resolveProperties(stack!, name, known);
          expect(resolveProperties(stack!, name, known)).toEqual(once);
          // A name that a value gives may still turn out to be none.
          const details = once.ok ? [] : once.diagnostics.map(({ detail }) => detail);
          expect(details.filter((detail) => detail.startsWith('not known yet'))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('needs at resolution just the resources that were found to be its dependencies', () => {
    fc.assert(
      fc.property(template, (source) => {
        const stack = prepare(source);
        for (const { name, references } of stack?.resources.values() ?? []) {
          const asked = new Set<string>();
          const ask = (resource: string): string => {
            asked.add(resource);
            return 'value';
          };
          resolveProperties(stack!, name, { reference: ask, attribute: ask });
          expect([...asked].sort()).toEqual(references);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves no function in what it resolves to', () => {
    fc.assert(
      fc.property(template, (source) => {
        const stack = prepare(source);
        for (const name of stack?.resources.keys() ?? []) {
          const outcome = resolveProperties(stack!, name, known);
          expect(outcome.ok ? callsIn(outcome.value) : []).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('any template', () => {
  it('is prepared without throwing, whatever it holds', () => {
    const keys = ['heat_template_version', 'parameters', 'resources', 'outputs', 'conditions', 'type', 'properties'];
    const more = ['parameter_groups', 'depends_on', 'condition', 'constraints', 'default', 'value', 'metadata', 'if'];
    const json = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<Json>('2021-04-16', 'string', 'a', 'Fake::Value', 'Fake::Server', null, 5, true),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, ...more, 'a', '__proto__'), tie('json'), { maxKeys: 4 }),
      ),
    })).json;
    const sections = ['parameters', 'resources', 'outputs', 'conditions', 'parameter_groups', 'description'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...sections), json), json, (parts, environment) => {
        const source = { heat_template_version: '2021-04-16', ...parts };
        const request = { template: source, environment, parameters: parts };
        expect(() => prepareStack(request, fakeOptions)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

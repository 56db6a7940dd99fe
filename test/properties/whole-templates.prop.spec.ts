import fc from '../support/fast-check';
import type { Json, JsonObject } from '#contracts';
import { loadResourceTypes } from '#resources';
import type { TypeRegistry } from '#resources';
import { describeVersions, prepareStack, resolveMetadata, resolveOutputs, resolveProperties } from '#template';
import type { Outcome, PreparedStack, ResolutionScope } from '#template';
import { isLong } from '../support/cases';
import { arbitraryTemplate, FILES } from './arbitrary-template';
import { damaged } from './damaged';

const RUNS = { numRuns: isLong ? 5_000 : 300 };
const PSEUDO = { stackName: 'stack', stackId: 'id', projectId: 'project' };

let types: TypeRegistry;
beforeAll(async () => {
  types = await loadResourceTypes([]);
});

function prepare(template: Json): Outcome<PreparedStack> {
  return prepareStack({ template, files: FILES }, { types, pseudo: PSEUDO });
}

/** The stack of a template that was found right; a template that was not proves nothing. */
function prepareRight(template: Json): PreparedStack {
  const prepared = prepare(template);
  fc.pre(prepared.ok);
  return prepared.value;
}

/** Every resource answers texts. */
const TEXTS: ResolutionScope = { reference: (name) => `id-${name}`, attribute: (name) => `text,${name}` };

/** Properties and metadata of every resource, and the outputs, as far as they resolve. */
function resolveAll(stack: PreparedStack, scope: ResolutionScope): Outcome<JsonObject>[] {
  const names = [...stack.resources.keys()];
  return [
    ...names.map((name) => resolveProperties(stack, name, scope)),
    ...names.map((name) => resolveMetadata(stack, name, scope)),
  ];
}

const FUNCTIONS = new Set(describeVersions().flatMap(({ functions }) => functions.map(({ name }) => name)));

function functionsIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value).filter((key) => FUNCTIONS.has(key));
  return [...own, ...Object.values(value).flatMap(functionsIn)];
}

/** Values of attributes by resource, some not known; texts more often than others. */
const arbitraryFacts = fc.dictionary(
  fc.constantFrom('r0', 'r1', 'r2', 'r3', 'sometimes'),
  fc.oneof(fc.string(), fc.constant('a,b'), fc.jsonValue({ maxDepth: 2 })),
);

function scopeOf(facts: Readonly<Record<string, unknown>>): ResolutionScope {
  return {
    reference: (name) => (Object.hasOwn(facts, name) ? `id-${name}` : undefined),
    attribute: (name) => (Object.hasOwn(facts, name) ? (facts[name] as Json) : undefined),
  };
}

/** What may be said of a value that is another than was thought of: nothing about names or forms. */
const ABOUT_VALUES =
  /^(?:expected|not in the template:|the map has a key|not known yet:|a text has no|.* becomes larger than)/;
const ABOUT_FORMS =
  /there is no|has no attribute|in the form|of the form|is required|unknown|in this version|cannot be used/;

describe('whole templates', () => {
  it('are nearly all right, so that what is said of those that are says something', () => {
    const made = fc.sample(arbitraryTemplate, { numRuns: 300, seed: 1 });
    const right = made.filter((template) => prepare(template).ok);
    expect(right.length).toBeGreaterThan(250);
    const texts = right.map((template) => JSON.stringify(template));
    const unused = [...FUNCTIONS].filter((name) => !/^(?:Fn::|Ref$)/.test(name));
    const unseen = unused.filter((name) => !texts.some((text) => text.includes(`"${name}"`)));
    expect(unseen).toEqual(['resource_facade', 'str_replace_vstrict']);
  });

  it('prepare and resolve to the same twice', () => {
    fc.assert(
      fc.property(arbitraryTemplate, arbitraryFacts, (template, facts) => {
        const [one, other] = [prepareRight(template), prepareRight(template)];
        const scope = scopeOf(facts);
        const resolved = resolveAll(one, scope);
        expect(resolveAll(one, scope)).toEqual(resolved);
        expect(resolveAll(other, scope)).toEqual(resolved);
        expect(resolveOutputs(other, scope)).toEqual(resolveOutputs(one, scope));
        expect(template).toEqual(one.template);
      }),
      RUNS,
    );
  });

  it('that are right resolve where resources answer as they were thought to', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        const stack = prepareRight(template);
        const faults = resolveAll(stack, TEXTS).flatMap((each) => (each.ok ? [] : each.diagnostics));
        expect(faults).toEqual([]);
        expect(resolveOutputs(stack, TEXTS).filter(({ error }) => error !== undefined)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('that are right fail to resolve for nothing but values', () => {
    fc.assert(
      fc.property(arbitraryTemplate, arbitraryFacts, (template, facts) => {
        const stack = prepareRight(template);
        for (const each of resolveAll(stack, scopeOf(facts))) {
          for (const { detail } of each.ok ? [] : each.diagnostics) {
            expect(detail).toMatch(ABOUT_VALUES);
            expect(detail).not.toMatch(ABOUT_FORMS);
          }
        }
      }),
      RUNS,
    );
  });

  it('that are right and refer to nothing resolve with nothing known', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        const stack = prepareRight(template);
        const nothing = scopeOf({});
        for (const { name, references } of stack.resources.values()) {
          if (references.length > 0) continue;
          expect(resolveProperties(stack, name, nothing)).toMatchObject({ ok: true });
          expect(resolveMetadata(stack, name, nothing)).toMatchObject({ ok: true });
        }
      }),
      RUNS,
    );
  });

  // Their data and texts name no function: only then is a function's name in a value one that was not called.
  it('leave no function in what they resolve to', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        const stack = prepareRight(template);
        const values = resolveAll(stack, TEXTS).flatMap((each) => (each.ok ? [each.value] : []));
        expect(values.flatMap(functionsIn)).toEqual([]);
        expect(resolveOutputs(stack, TEXTS).flatMap(({ value }) => functionsIn(value))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('ask for just the resources that were found to be referred to, and depend on those and no others', () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        const stack = prepareRight(template);
        for (const { name, references, dependencies } of stack.resources.values()) {
          const asked = new Set<string>();
          const answer = (resource: string): string => {
            asked.add(resource);
            return 'a,b';
          };
          const scope = { reference: answer, attribute: answer };
          resolveProperties(stack, name, scope);
          resolveMetadata(stack, name, scope);
          expect([...asked].sort()).toEqual(references);
          expect(dependencies).toEqual([...new Set([...references, ...writtenBefore(template, name)])].sort());
        }
      }),
      RUNS,
    );
  });

  it('resolve to the same when more is known, where they resolve already', () => {
    fc.assert(
      fc.property(arbitraryTemplate, arbitraryFacts, (template, facts) => {
        const stack = prepareRight(template);
        const early = resolveAll(stack, scopeOf(facts));
        const late = resolveAll(stack, scopeOf({ r0: 'x', r1: 'x', r2: 'x', r3: 'x', sometimes: 'x', ...facts }));
        for (const [index, each] of early.entries()) if (each.ok) expect(late[index]).toEqual(each);
      }),
      RUNS,
    );
  });
});

/** What `depends_on` names of resources that are there. */
function writtenBefore(template: JsonObject, name: string): string[] {
  const resources = template['resources'] as Record<string, { depends_on?: string[] }>;
  return resources[name]?.depends_on ?? [];
}

describe('damaged templates', () => {
  it('are prepared without throwing, and faults point at something that is there', () => {
    fc.assert(
      fc.property(damaged(arbitraryTemplate), (template) => {
        const prepared = prepare(template);
        const found = prepared.ok ? prepared.warnings : prepared.diagnostics;
        for (const { path, detail } of found) {
          expect(detail).not.toBe('');
          // A parameter that was not given is pointed at where it would have been.
          const place = path.replace(/^\/parameters\//, '/template/parameters/');
          expect({ path, found: valueAt({ template, files: FILES }, place) !== undefined }).toEqual({
            path,
            found: true,
          });
        }
      }),
      RUNS,
    );
  });
});

function valueAt(request: Json, pointer: string): Json | undefined {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<Json | undefined>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return Object.getOwnPropertyDescriptor(value, key)?.value as Json | undefined;
  }, request);
}

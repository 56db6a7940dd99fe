import { randomBytes } from 'node:crypto';
import fc from '../../test/support/fast-check';
import type { Action, Json, JsonObject, ResourceId, Status } from '#contracts';
import { SecretBox } from '#entities';
import { createTypeRegistry } from '#resources';
import type { ResourceType } from '#resources';
import { prepareStack, runToEnd } from '#template';
import type { PreparedStack, PropertySchema } from '#template';
import { compareResources } from './compare-resources';
import { foreseeUpdate } from './foresee-stack';
import type { ForeseenResource, ForeseenRow } from './foresee-stack';

const property = (rest: Partial<PropertySchema> = {}): PropertySchema => ({ type: 'Any', description: '', ...rest });
const typeOf = (name: string): ResourceType => ({
  schema: {
    type: name,
    description: '',
    supportStatus: { status: 'SUPPORTED' },
    properties: {
      free: property({ updateAllowed: true }),
      fixed: property(),
      frozen: property({ immutable: true }),
    },
    attributes: { value: { type: 'Any', description: '' } },
  },
  create: () => Promise.reject(new Error('nothing is made here')),
  update: () => Promise.reject(new Error('nothing is made here')),
  delete: () => Promise.reject(new Error('nothing is made here')),
});

const types = createTypeRegistry([
  typeOf('Some::Thing'),
  typeOf('Other::Thing'),
  { ...typeOf('Renewed::Thing'), renewed: true },
]);
const secrets = new SecretBox(randomBytes(32));
const tools = { types, secrets };

interface Made {
  type?: string;
  action?: Action;
  status?: Status;
  properties?: JsonObject | null;
  metadata?: JsonObject | null;
  attributes?: JsonObject | null;
  begun?: boolean;
  marked?: boolean;
  replaces?: string | null;
}

function rowOf(id: string, name: string, made: Made): ForeseenRow {
  const { type = 'Some::Thing', action = 'CREATE', status = 'COMPLETE', begun = true, replaces = null } = made;
  const { marked = false, properties = {}, metadata = null, attributes = {} } = made;
  const seal = (section: JsonObject | null): Buffer | null => section && secrets.seal(section);
  return {
    ...{ id: id as ResourceId, stack_id: 's', name, type, made_type: type, requires: [], begun },
    ...{ replaces: replaces as ResourceId | null, physical_id: id, deletion_policy: 'Delete' },
    ...{ resource_action: action, resource_status: status, marked_unhealthy: marked },
    sealed_properties: seal(properties),
    sealed_metadata: seal(metadata),
    sealed_attributes: seal(attributes),
  };
}

function stackOf(resources: object): PreparedStack {
  const pseudo = { stackName: 's', stackId: 'i', projectId: 'p' };
  const prepared = prepareStack(
    { template: { heat_template_version: '2018-08-31', resources } as never },
    { types, pseudo },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  return prepared.value;
}

function foreseen(resources: object, rows: readonly ForeseenRow[]): ForeseenResource[] {
  return [...runToEnd(foreseeUpdate(stackOf(resources), rows, tools)).resources];
}

const thing = (properties: object, rest: object = {}): object => ({ type: 'Some::Thing', properties, ...rest });

describe('what is foreseen of a resource that is there', () => {
  it.each<[string, Made, object, string, RegExp]>([
    [
      'fails where it may never change',
      { properties: { frozen: 1 } },
      thing({ frozen: 2 }),
      'update',
      /update fails: `frozen` may never/,
    ],
    [
      'is made anew where it was to be deleted',
      { action: 'DELETE', status: 'FAILED' },
      thing({}),
      'replace',
      /to be deleted/,
    ],
    [
      'is made anew where nobody knows what it is',
      { status: 'FAILED', properties: null },
      thing({}),
      'replace',
      /not known/,
    ],
    [
      'is changed again where that failed, and it was made of nothing',
      { action: 'UPDATE', status: 'FAILED', properties: null },
      thing({}),
      'update',
      /UPDATE failed/,
    ],
    ['is made anew where it is marked', { marked: true }, thing({}), 'replace', /^it is marked as unhealthy$/],
    [
      'is changed again where that failed',
      { action: 'UPDATE', status: 'FAILED' },
      thing({}),
      'update',
      /UPDATE failed/,
    ],
    [
      'is made anew where what failed was something else',
      { status: 'FAILED', properties: { free: 1 } },
      thing({ free: 2 }),
      'replace',
      /`free` cannot be changed in place: CREATE failed/,
    ],
    [
      'is changed where its metadata is',
      { metadata: { a: 1 } },
      thing({}, { metadata: { a: 2 } }),
      'update',
      /metadata changes/,
    ],
    [
      'stays where its metadata does',
      { metadata: { a: 1 } },
      thing({}, { metadata: { a: 1 } }),
      'unchanged',
      /as it is/,
    ],
    [
      'may be changed where its metadata is not known',
      { metadata: { a: 1 } },
      thing({}, { metadata: { a: { get_attr: ['fresh', 'value'] } } }),
      'update',
      /metadata may change/,
    ],
    [
      'may fail where what may never change is not known',
      { properties: { frozen: 1 } },
      thing({ frozen: { get_attr: ['fresh', 'value'] } }),
      'update',
      /fails if that changes.*not known yet, and perhaps as it was: `\/frozen`/,
    ],
  ])('%s', (_, made, ...[wanted, change, reason]) => {
    const [found] = foreseen({ it: wanted, fresh: thing({}) }, [rowOf('1', 'it', made)]);
    expect(found).toMatchObject({ name: 'it', change, reason: expect.stringMatching(reason) as string });
  });

  it('is another one where its type is renewed by each update', () => {
    const [found] = foreseen({ it: { type: 'Renewed::Thing' } }, [rowOf('1', 'it', { type: 'Renewed::Thing' })]);
    expect(found).toMatchObject({ change: 'replace', reason: 'every update replaces it' });
  });

  it('is nothing where it was never begun, and its end where the template has it no more', () => {
    const rows = [
      rowOf('1', 'it', { action: 'INIT', begun: false, properties: null }),
      rowOf('2', 'gone', { begun: false }),
    ];
    expect(foreseen({ it: thing({}) }, rows).map(({ name, change }) => [name, change])).toEqual([
      ['it', 'create'],
      ['gone', 'delete'],
    ]);
  });
});

describe('what is foreseen', () => {
  const NAMES = ['a', 'b', 'c', 'd'];
  const bit = fc.constantFrom<Json>(0, 1);
  const valueFor = (at: number): fc.Arbitrary<unknown> =>
    fc.oneof(
      bit,
      ...(at === 0 ? [] : [fc.constantFrom(...NAMES.slice(0, at)).map((name) => ({ get_attr: [name, 'value'] }))]),
    );
  const sectionFor = (at: number): fc.Arbitrary<object> =>
    fc.record({ free: valueFor(at), fixed: valueFor(at), frozen: valueFor(at) }, { requiredKeys: [] });
  const madeWith = fc.record({ free: bit, fixed: bit, frozen: bit }, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
  const made: fc.Arbitrary<Made> = fc.record({
    type: fc.constantFrom('Some::Thing', 'Some::Thing', 'Some::Thing', 'Other::Thing'),
    action: fc.constantFrom('CREATE', 'CREATE', 'UPDATE', 'DELETE'),
    status: fc.constantFrom('COMPLETE', 'COMPLETE', 'COMPLETE', 'FAILED'),
    properties: fc.oneof({ weight: 5, arbitrary: madeWith }, fc.constant(null)),
    metadata: fc.oneof(fc.constant(null), fc.record({ m: bit })),
    attributes: fc.record({ value: bit }),
    begun: fc.constantFrom(true, true, true, false),
  });
  const wanted = fc.tuple(
    ...NAMES.map((_, at) =>
      fc.record({ properties: sectionFor(at), metadata: fc.oneof(fc.constant({}), sectionFor(at)) }),
    ),
  );
  const rows = fc.tuple(...NAMES.map(() => fc.array(made, { maxLength: 2 })));

  it('is what the plan decides, as far as that is decided when it is made', () => {
    const decided = new Map<string, number>();
    fc.assert(
      fc.property(wanted, rows, (sections, histories) => {
        const resources = Object.fromEntries(
          sections.map((section, at) => [NAMES[at]!, { type: 'Some::Thing', ...section }]),
        );
        const found = histories.flatMap((history, at) =>
          history.map((one, age) =>
            rowOf(`${at}${age}`, NAMES[at]!, { ...one, replaces: age === 0 ? null : `${at}${age - 1}` }),
          ),
        );
        const stack = stackOf(resources);
        const plan = runToEnd(compareResources(stack, found, tools));
        for (const { name, change } of runToEnd(foreseeUpdate(stack, found, tools)).resources) {
          const { verdict, restored } = plan.get(name)!;
          const expected = restored === undefined ? verdict : 'replace';
          decided.set(expected, (decided.get(expected) ?? 0) + 1);
          if (expected === 'undecided') expect(change).not.toBe('unchanged');
          else expect([name, change]).toEqual([name, expected]);
        }
      }),
      { numRuns: 500 },
    );
    expect([...decided.keys()].sort()).toEqual(['create', 'replace', 'unchanged', 'undecided', 'update']);
  });
});

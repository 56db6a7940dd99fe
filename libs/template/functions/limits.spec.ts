import type { Json } from '#contracts';
import { trySnippet } from '../fixtures/try-snippet';
import { fakeOptions } from '../fixtures/fake-types';
import { faultsOf } from '../fixtures/try-stack';
import type { ExactJson } from '../json';
import { lookAtOutputs } from '../outlook/look-ahead';
import { prepareStack } from '../prepare-stack';
import { resolveOutputs } from '../resolve-stack';
import type { ResolutionScope } from '../stack';

const LIMITS = { resolvedCharacters: 10, loopRounds: 6, loopReplacements: 12 };
const MAP_OF_5 = { a: 1, b: 2, c: 3, d: 4, e: 5 };

const repeat = (template: Json, forEach: Json): Json => ({ repeat: { template, for_each: forEach } });
const inStep = (forEach: Json): Json => ({ repeat: { template: 1, for_each: forEach, permutations: false } });

describe('a value', () => {
  it.each<[Json]>([
    [{ list_join: ['', ['12345', '67890']] }],
    [{ list_join: ['-', ['1234', '', '7890']] }],
    [{ list_join: ['1234567890', ['']] }],
    [{ list_join: ['1234567890-', ['a']] }],
    [{ list_join: ['-', [], []] }],
    [{ str_replace: { template: 'a--a', params: { a: '1234' } } }],
    [{ str_replace: { template: 'aaa-bbb-ccc', params: { aaa: '', bbb: 'x' } } }],
    [{ str_replace: { template: 'ab', params: { a: '12345', b: '12345' } } }],
    [{ str_replace: { template: 'axb', params: { a: '1', b: '12345678' } } }],
    [
      {
        list_concat: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9, 0],
        ],
      },
    ],
    [{ map_merge: [MAP_OF_5, null, MAP_OF_5] }],
    [{ make_url: { host: 'abcdefgh' } }],
    [repeat('aaa-', { a: ['123'] })],
    [repeat('12345', { a: ['x', 'y'] })],
    [repeat({ '-a-': ['a', 'a', '..'] }, { a: ['12'] })],
    [repeat('abc', { '': ['-'] })],
    [repeat('abbb', { a: ['1234567'] })],
    [repeat('ab', { a: ['1234'], b: ['123456'] })],
    [repeat(['aaaa', 'b'], { aa: ['1234'], b: ['12'] })],
    [repeat([null, 1], { a: ['x', 'y', 'z'] })],
    [repeat(1, { a: ['x', 'y', 'z'], b: ['x', 'y'] })],
    [repeat(['', ''], { a: ['x', 'y'], b: ['x'], c: ['x'] })],
    [inStep({ a: ['1', '2', '3', '4', '5', '6'], b: ['1', '2', '3', '4', '5', '6'] })],
  ])('may be as large as the limit: %j', (value) => {
    expect(faultsOf(value, LIMITS)).toEqual([]);
  });

  it.each<[Json, string]>([
    [{ list_join: ['', ['12345', '678901']] }, 'the text becomes larger than the limit of 10 characters'],
    [{ list_join: ['-', ['1234', '', '78901']] }, 'the text becomes larger than the limit of 10 characters'],
    [{ list_join: ['12345678901', ['', '']] }, 'the text becomes larger than the limit of 10 characters'],
    [
      { str_replace: { template: 'a---a', params: { a: '1234' } } },
      'the text becomes larger than the limit of 10 characters',
    ],
    [
      { str_replace: { template: 'ab', params: { a: '12345', b: '123456' } } },
      'the text becomes larger than the limit of 10 characters',
    ],
    [
      {
        list_concat: [
          [1, 2, 3, 4, 5],
          [6, 7, 8, 9, 0, 1],
        ],
      },
      'there are more items than the limit of 10',
    ],
    [{ map_merge: [MAP_OF_5, MAP_OF_5, { a: 1 }] }, 'there are more entries than the limit of 10'],
    [{ make_url: { host: 'abcdefghi' } }, 'the URL becomes larger than the limit of 10 characters'],
    [repeat('aaa--', { a: ['123'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat('12345', { a: ['x', 'y', 'z'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat({ '-a-': ['a', 'a', '...'] }, { a: ['12'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat('abcde', { '': ['-'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat(['aaaa', 'b'], { aa: ['1234'], b: ['123'] }), 'the list becomes larger than the limit of 10 characters'],
    [repeat([null, 1], { a: ['x', 'y', 'z', 'w'] }), 'the list becomes larger than the limit of 10 values'],
    [repeat(['', ''], { a: ['x', 'y', 'z', 'w'] }), 'the list becomes larger than the limit of 10 values'],
    [repeat({ a: {} }, { b: ['x', 'y', 'z', 'w', 'v', 'u'] }), 'the list becomes larger than the limit of 10 values'],
    [
      repeat(repeat(1, { b: ['x', 'y'] }), { a: ['x', 'y', 'z', 'w'] }),
      'the list becomes larger than the limit of 10 values',
    ],
    [repeat(1, { a: ['x', 'y', 'z', 'w', 'v', 'u', 't'] }), 'there are 7 rounds, more than the limit of 6'],
    [repeat(1, { a: ['x', 'y'], b: ['x', 'y'], c: ['x', 'y'] }), 'there are 8 rounds, more than the limit of 6'],
    [
      repeat(1, { a: ['x', 'y', 'z', 'w', 'v'], b: ['x'], c: ['x'] }),
      'there are 5 rounds of 3 keys, more than the limit of 12 replacements',
    ],
    [
      repeat(['', '', ''], { a: ['x', 'y', 'z'], b: ['x'] }),
      'keys are replaced more often than the limit of 12: take fewer keys, rounds or texts',
    ],
    [
      inStep({ a: ['1', '2', '3', '4', '5', '6', '7'], b: ['1', '2', '3', '4', '5', '6', '7'] }),
      'there are 7 rounds, more than the limit of 6',
    ],
  ])('may not be larger: %j', (value, detail) => {
    expect(faultsOf(value, LIMITS).map((fault) => fault.slice(fault.indexOf(': ') + 2))).toEqual([detail]);
  });
});

describe('a loop', () => {
  it('counts a long text once for each hundred characters', () => {
    const limits = { resolvedCharacters: 10_000, loopReplacements: 12 };
    expect(faultsOf(repeat('x'.repeat(1199), { a: ['y'] }), limits)).toEqual([]);
    expect(faultsOf(repeat('x'.repeat(1200), { a: ['y'] }), limits)).toHaveLength(1);
  });

  it('may have more keys than a function can have arguments', () => {
    const keys = Array.from({ length: 200_000 }, (_, index) => [`k${index}`, ['x', 'y']] as [string, string[]]);
    expect(faultsOf(inStep(Object.fromEntries(keys)))).toEqual([]);
    const [fault = ''] = faultsOf(inStep({ ...Object.fromEntries(keys), last: ['x'] }));
    expect(fault).toBe(`/repeat/for_each: lists that go in step must be equally long, found ${'2 and '.repeat(10)}…`);
  });
});

describe('a text of many values', () => {
  let reads = 0;
  const text = 'x'.repeat(600_000);
  const attribute = (): ExactJson => ({
    get large(): string {
      reads += 1;
      return text;
    },
  });
  const server: ExactJson = { get_attr: ['server', 'large'] };
  const scope: ResolutionScope = { reference: () => 'id', attribute };

  /** How often a large attribute is read where so many of it go into the text. */
  function readsOf(count: number, function_: (values: ExactJson[]) => ExactJson): number {
    reads = 0;
    const values = Array.from({ length: count }, () => server);
    const resources = { server: { attributes: ['large'], condition: true } };
    expect(trySnippet(function_(values), { scope, resources })).toContain(
      'larger than the limit of 1048576 characters',
    );
    return reads;
  }

  it.each<[string, (values: ExactJson[]) => ExactJson]>([
    ['list_join', (values) => ({ list_join: ['', values] })],
    ['list_join of lists', (values) => ({ list_join: ['', ...values.map((value) => [value])] })],
    [
      'str_replace',
      (values) => {
        const params = Object.fromEntries(values.map((value, index) => [`<${index}>`, value]));
        return { str_replace: { template: Object.keys(params).join(''), params } };
      },
    ],
  ])('is not made beyond the limit: %s', (_, function_) => {
    // Each is counted and may be looked at, but is not written, which would be a third time.
    expect(readsOf(20, function_) - readsOf(10, function_)).toBeLessThanOrEqual(20);
  });
});

describe('what is resolved in one place', () => {
  const name: Json = { get_param: 'name' };
  const limits = { resolvedSize: 20 };
  const DETAIL = 'this becomes larger than the limit of 20 characters and values: refer to less in it';

  it.each<[Json]>([
    [[name, name, name]],
    [{ a: name, b: [name, null] }],
    [{ map_replace: [{ a: 'x', b: 'x' }, { values: { x: 'ab' } }] }],
  ])('may be as large as the limit: %j', (value) => {
    expect(faultsOf(value, limits)).toEqual([]);
  });

  it.each<[Json]>([
    [[name, name, name, name]],
    [{ a: name, b: [name, null, null, null] }],
    [{ a: name, 'a-long-name': name }],
    [{ map_replace: [{ a: 'x', b: 'x' }, { values: { x: 'ninechars' } }] }],
    [['a-long-text-as-it-stands']],
  ])('may not be larger: %j', (value) => {
    expect(faultsOf(value, limits)).toEqual([`/template/resources/subject/properties: ${DETAIL}`]);
  });

  it('may not be larger as what a function takes either', () => {
    const value = { list_join: ['', [name, name, name, name, name]] };
    expect(faultsOf(value, limits)).toEqual([`/list_join/1: ${DETAIL}`]);
  });

  it('is all of metadata, and all of an output, which fails alone', () => {
    const parameters = { name: { type: 'string', default: 'web' } };
    const large = [name, name, name, name, name];
    const template = { heat_template_version: '2021-04-16', parameters };
    const resources = { a: { type: 'Fake::Value', properties: { value: 1 }, metadata: { large } } };
    const metadata = prepareStack({ template: { ...template, resources } }, { ...fakeOptions, limits });
    expect(metadata).toMatchObject({
      ok: false,
      diagnostics: [{ path: '/template/resources/a/metadata', detail: DETAIL }],
    });
    const outputs = { large: { value: large }, small: { value: name } };
    const prepared = prepareStack({ template: { ...template, outputs } }, { ...fakeOptions, limits });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
    expect(prepared.warnings).toMatchObject([{ path: '/template/outputs/large/value', detail: DETAIL }]);
    const scope = { reference: () => undefined, attribute: () => undefined };
    expect(resolveOutputs(prepared.value, scope)).toMatchObject([{ error: DETAIL }, { value: 'web' }]);
    expect(lookAtOutputs(prepared.value, scope)).toMatchObject([{ known: false }, { value: 'web' }]);
  });

  it('may hold all that a request can bring', () => {
    const files = { large: 'x'.repeat(10 * 1024 * 1024) };
    const resources = { a: { type: 'Fake::Value', properties: { value: { get_file: 'large' } } } };
    const template = { heat_template_version: '2021-04-16', resources };
    expect(prepareStack({ template, files }, fakeOptions).ok).toBe(true);
  });
});

import fc from '../support/fast-check';
import type { Json } from '#contracts';

/** What values of one version of HOT are made with. */
interface ValueWorld {
  /** Names of the functions that the version has. */
  readonly functions: ReadonlySet<string>;
  /** Resources that may be referred to, each of which has an attribute `value`. */
  readonly resources: readonly string[];
  /** What may stand where a condition is wanted. */
  readonly conditions: readonly Json[];
  /** Whether an `if` may leave nothing in its place. */
  readonly canOmit: boolean;
}

type Call = readonly [name: string, argument: fc.Arbitrary<Json>];

type Kind = 'text' | 'list' | 'map' | 'any';

/** None of them is the name of a function, so that such a name is only ever there where it is called. */
const KEYS = fc.constantFrom('k', 'l', 'm', '__proto__', 'constructor');
const PLAIN = fc.constantFrom('', 'a', 'b c', 'é', 'a,b', '%x%', '0', 'k');

/**
 * Values of every kind with functions in them, in each other's arguments, all of which are right as long as resources
 * answer texts: parameters `text`, `size`, `list` and `data` and a file `motd` must be there.
 */
export function arbitraryValue({ functions, resources, conditions, canOmit }: ValueWorld): fc.Arbitrary<Json> {
  const has = ([name]: Call): boolean => functions.has(name);
  const toResource = resources.length === 0 ? fc.constant<Json>('a') : referenceTo(resources);
  const tied = fc.letrec<Record<Kind, Json>>((tie) => {
    const [text, list, map, any] = [tie('text'), tie('list'), tie('map'), tie('any')];
    const either = (value: fc.Arbitrary<Json>): Call[] => choices(value, conditions);
    const omissions = (value: fc.Arbitrary<Json>): Call[] =>
      canOmit ? [['if', fc.tuple(fc.constantFrom(...conditions), value)]] : [];
    const oneOf = (plain: fc.Arbitrary<Json>[], calls: readonly Call[]): fc.Arbitrary<Json> =>
      fc.oneof({ maxDepth: 4, withCrossShrink: true }, ...plain, ...calls.filter(has).map(callOf));
    return {
      text: oneOf([PLAIN, toResource, toResource, toResource], [...textCalls(text, list), ...either(text)]),
      list: oneOf([fc.array(text, { maxLength: 3 })], [...listCalls(text, list), ...either(list)]),
      map: oneOf([fc.dictionary(KEYS, text, { maxKeys: 2 })], [...mapCalls(text, map), ...either(map)]),
      any: oneOf(
        [fc.constantFrom<Json>(null, true, 0, 1.5), text, list, map, fc.array(any, { maxLength: 3 })],
        [...anyCalls(text, list), ...either(any), ...omissions(any)],
      ),
    };
  });
  return fc.oneof(tied.any, fc.dictionary(KEYS, tied.any, { maxKeys: 3 }));
}

function callOf([name, argument]: Call): fc.Arbitrary<Json> {
  return argument.map((value): Json => ({ [name]: value }));
}

function referenceTo(resources: readonly string[]): fc.Arbitrary<Json> {
  const name = fc.constantFrom(...resources);
  return fc.oneof(
    name.map((resource): Json => ({ get_resource: resource })),
    name.map((resource): Json => ({ get_attr: [resource, 'value'] })),
  );
}

function textCalls(text: fc.Arbitrary<Json>, list: fc.Arbitrary<Json>): Call[] {
  return [
    ['get_param', fc.constantFrom<Json>('text', ['text'], ['list', 0], ['data', 'k'], ['data', 'nowhere'])],
    ['get_file', fc.constant('motd')],
    ['list_join', fc.tuple(PLAIN, list)],
    ['str_replace', fc.tuple(text, text).map(([template, value]): Json => ({ template, params: { a: value, k: 1 } }))],
    ['str_replace_strict', text.map((value): Json => ({ template: 'a-b', params: { a: value, b: null } }))],
    ['str_split', fc.tuple(fc.constantFrom(',', ' '), text, fc.constantFrom<Json>(0, '-1'))],
    ['digest', fc.tuple(fc.constantFrom('md5', 'sha512'), fc.constantFrom('a', 'é'))],
    ['make_url', text.map((path): Json => ({ scheme: 'http', host: 'h', port: 80, path }))],
    ['yaql', text.map((data): Json => ({ expression: '$.data', data }))],
  ];
}

function listCalls(text: fc.Arbitrary<Json>, list: fc.Arbitrary<Json>): Call[] {
  return [
    ['get_param', fc.constant('list')],
    ['list_concat', fc.array(list, { maxLength: 3 })],
    ['list_concat_unique', fc.array(list, { maxLength: 3 })],
    ['filter', fc.tuple(list, list)],
    ['str_split', fc.tuple(fc.constantFrom(',', ' '), text)],
    ['repeat', fc.tuple(text, list).map(([template, items]): Json => ({ template, for_each: { '%x%': items } }))],
    ['yaql', fc.array(PLAIN, { maxLength: 3 }).map((data): Json => ({ expression: '$.data.select($ + $)', data }))],
  ];
}

function mapCalls(text: fc.Arbitrary<Json>, map: fc.Arbitrary<Json>): Call[] {
  // No key of its own is named as another is to be.
  const renamed = fc.dictionary(KEYS, text, { maxKeys: 2 });
  return [
    ['get_param', fc.constant('data')],
    ['map_merge', fc.array(map, { maxLength: 3 })],
    [
      'map_replace',
      fc.tuple(renamed, text).map(([of, value]): Json => [of, { keys: { k: 'n' }, values: { a: value } }]),
    ],
  ];
}

function anyCalls(text: fc.Arbitrary<Json>, list: fc.Arbitrary<Json>): Call[] {
  return [
    ['get_param', fc.constantFrom<Json>('size', 'data', 'OS::stack_name')],
    ['contains', fc.tuple(text, list)],
  ];
}

function choices(value: fc.Arbitrary<Json>, conditions: readonly Json[]): Call[] {
  return [['if', fc.tuple(fc.constantFrom(...conditions), value, value)]];
}

import type { Json } from '#contracts';
import { trySnippet } from '../fixtures/try-snippet';

const later: Json = { get_resource: 'later' };

describe('map_merge', () => {
  it.each<[Json, Json]>([
    [[{ a: 1 }, null, { a: 2, b: null }], { a: 2, b: null }],
    [[], {}],
    ['', {}],
    [[{ a: later }], { a: null }],
    [[{ a: 1 }, later], null],
    [['x'], 'resolve: expected a map, found a text'],
    [{ a: 1, b: 2 }, 'resolve: expected a list of maps, found a map'],
    [[{}, 'x', 5], 'resolve: expected a map, found a text'],
    [[{}, ['x']], 'resolve: expected a map, found a list'],
    [null, 'resolve: expected a list of maps, found null'],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ map_merge: argument })).toEqual(value);
  });
});

describe('map_replace', () => {
  it.each<[Json, Json]>([
    [
      [
        { a: 'x', b: 'y' },
        { keys: { a: 'A' }, values: { y: 'Y' } },
      ],
      { A: 'x', b: 'Y' },
    ],
    [[{ a: 'x' }, { values: { x: null } }], { a: null }],
    [[{ a: 'x' }, { keys: { a: 5 } }], { '5': 'x' }],
    [[{ a: 'x' }, { keys: { a: 'a' } }], { a: 'x' }],
    [[{ a: 'x' }, { keys: { a: true } }], { true: 'x' }],
    [[{ a: 'x' }, { keys: { a: null, b: 'c' } }], { a: 'x' }],
    [[{ a: 'x' }, { keys: null, values: null }], { a: 'x' }],
    [[{ a: ['x'] }, { values: { x: 'y' } }], { a: ['x'] }],
    [[{ constructor: 'valueOf' }, { keys: {}, values: {} }], { constructor: 'valueOf' }],
    [[{ a: 'x', b: 'y' }, { keys: { a: 'b', b: 'a' } }], 'resolve: the map has a key `b` already'],
    [[{ a: 1 }, { values: { '1': 'one' } }], { a: 1 }],
    [[{ a: 'x', b: 'y' }, { keys: { a: 'z', b: 'z' } }], 'resolve: the map has a key `z` already'],
    [[{ a: 'x', b: 'y' }, { keys: { a: 'b' } }], 'resolve: the map has a key `b` already'],
    [[{ a: 'x' }, { key: {} }], 'resolve: expected only `keys` and `values`, found `key` (did you mean `keys`?)'],
    [[{ a: 'x' }, { keys: ['a'] }], 'resolve: expected a map, found a list'],
    [[{ a: 'x' }, { keys: { a: [] } }], 'resolve: expected a text, found a list'],
    [[[1], {}], 'resolve: expected a map, found a list'],
    [[{ a: 'x' }], 'resolve: expected a list of a map and a map of `keys` and `values`'],
    [[{ a: 'x' }, {}, {}], 'resolve: expected a list of a map and a map of `keys` and `values`'],
    [{ a: 'x', b: {} }, 'resolve: expected a list of a map and a map of `keys` and `values`'],
    ['ab', 'resolve: expected a list of a map and a map of `keys` and `values`'],
    [[{ a: 'x' }, null], 'resolve: expected a map, found null'],
    [[null, {}], 'resolve: expected a map, found null'],
    [[{ a: 'x' }, { kex: 1, valuez: 2 }], 'resolve: expected only `keys` and `values`, found `kex`'],
    [[{ a: later }, {}], null],
    [[later, {}], null],
    [[{}, { keys: later }], null],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ map_replace: argument })).toEqual(value);
  });
});

describe('list_concat and list_concat_unique', () => {
  it.each<[Json, Json, Json]>([
    [
      [['a'], null, ['b', 'a']],
      ['a', 'b', 'a'],
      ['a', 'b'],
    ],
    [
      [[{ x: 1 }], [{ x: 1 }, true, 1]],
      [{ x: 1 }, { x: 1 }, true, 1],
      [{ x: 1 }, true],
    ],
    [[], [], []],
    [[['a'], later], null, null],
    [[['a'], 'b'], 'resolve: expected a list, found a text', 'resolve: expected a list, found a text'],
    [[5, 'b'], 'resolve: expected a list, found a number', 'resolve: expected a list, found a number'],
    [[{ a: 1 }], 'resolve: expected a list, found a map', 'resolve: expected a list, found a map'],
    [
      [[['a'], 'b'], [['a']]],
      [['a'], 'b', ['a']],
      [['a'], 'b'],
    ],
    [null, 'resolve: expected a list of lists, found null', 'resolve: expected a list of lists, found null'],
  ])('of %j are %j and %j', (argument, all, unique) => {
    expect(trySnippet({ list_concat: argument })).toEqual(all);
    expect(trySnippet({ list_concat_unique: argument })).toEqual(unique);
  });

  it('hold very long lists, but not more than the limit', () => {
    const long = Array.from({ length: 300_000 }, () => 0);
    expect(trySnippet({ list_concat: [long, long] })).toHaveLength(600_000);
    expect(trySnippet({ list_concat: Array(4).fill(long) })).toContain('more items than the limit of 1048576');
  });

  it('keep the first of equal items, however many there are', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index);
    expect(trySnippet({ list_concat_unique: [many, many.toReversed()] })).toEqual(many);
    expect(trySnippet({ filter: [many, [...many, 'a']] })).toEqual(['a']);
  });
});

describe('filter', () => {
  it.each<[Json, Json]>([
    [
      [
        ['a', { x: 1 }],
        ['a', 'b', { x: 1 }],
      ],
      ['b'],
    ],
    [[[0], [false, 0, null]], [null]],
    [[[], ['a']], ['a']],
    [['', ['a']], ['a']],
    [[['a'], null], null],
    [['a', ['a']], 'resolve: expected a list of values, found a text'],
    [[['a'], { a: 1 }], 'resolve: expected a list, found a map'],
    [[['a']], 'parse: expected a list of the form [values, list]'],
    [[['a'], ['a'], []], 'parse: expected a list of the form [values, list]'],
    ['ab', 'parse: expected a list of the form [values, list]'],
    [[{ a: 1 }, ['a']], 'resolve: expected a list of values, found a map'],
    [[[later], ['a']], null],
    [[['a'], [later]], null],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ filter: argument })).toEqual(value);
  });
});

describe('contains', () => {
  it.each<[Json, Json]>([
    [[{ b: [1] }, [{ b: [1] }]], true],
    [[1, [true]], true],
    [['1', [1]], false],
    [['b', 'abc'], true],
    [['', 'abc'], true],
    [['d', 'abc'], false],
    [[null, 'x'], 'resolve: expected a text to look for in a text, found null'],
    [['a', { a: 1 }], 'resolve: expected a list or a text, found a map'],
    [['a'], 'parse: expected a list of the form [value, list]'],
    [['a', ['a'], 1], 'parse: expected a list of the form [value, list]'],
    ['ab', 'parse: expected a list of the form [value, list]'],
    [['a', ['b', 'a', 'c']], true],
    [['a', []], false],
    [['a', null], 'resolve: expected a list or a text, found null'],
    [['a', [later]], null],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ contains: argument })).toEqual(value);
  });

  it('stands in conditions too', () => {
    expect(trySnippet({ contains: [{ get_param: 'name' }, ['web']] }, { isCondition: true })).toBe(true);
  });
});

describe('str_split', () => {
  it.each<[Json, Json]>([
    [
      [',', 'a,b,c'],
      ['a', 'b', 'c'],
    ],
    [[',', ''], ['']],
    [
      [null, ' a  b '],
      ['a', 'b'],
    ],
    [[',', 'a,b,c', -1], 'c'],
    [[',', 'a,b,c', -3], 'a'],
    [[',', 'a,b,c', 0], 'a'],
    [[',', 'a,b,c', '-1'], 'c'],
    [[',', 'a,b,c', true], 'b'],
    [[',', 'a,b,c', -0.5], 'a'],
    [
      [null, 'a \t\n b'],
      ['a', 'b'],
    ],
    [
      [', ', 'a, b,c'],
      ['a', 'b,c'],
    ],
    [[null, null], null],
    [[',', 'a,b,c', ' 1 '], 'b'],
    [[',', 'a,b,c', 1.9], 'b'],
    [[',', null, 5], null],
    [[',', later], null],
    [[',', 'a', later], null],
    [[',', 'a,b', 2], 'resolve: expected the index of one of 2 parts'],
    [[',', 'a,b', '1.5'], 'resolve: expected the index of one of 2 parts'],
    [[',', 'a,b', -3], 'resolve: expected the index of one of 2 parts'],
    [[',', 'a,b', null], 'resolve: expected the index of one of 2 parts'],
    [[',', 'a,b', [0]], 'resolve: expected the index of one of 2 parts'],
    [[',', 'a,b', ''], 'resolve: expected the index of one of 2 parts'],
    [{ get_param: 'name' }, 'resolve: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    [{ get_param: 'data' }, 'resolve: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    [{ get_param: 'list' }, ['b']],
    [{ a: 1 }, 'parse: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    [[], 'resolve: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    [[',', 5], 'resolve: expected a text, found a number'],
    [['', 'a'], 'resolve: expected a delimiter, found an empty text'],
    [[5, 'a'], 'resolve: expected a delimiter, found a number'],
    [[','], 'resolve: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    ['a', 'parse: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    [{ a: later }, 'parse: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ str_split: argument })).toEqual(value);
  });
});

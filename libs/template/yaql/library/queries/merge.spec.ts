import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('merging maps', () => {
  it.each<[string, Json]>([
    ['{a => 1}.mergeWith({b => 2})', { a: 1, b: 2 }],
    ['{a => 1}.mergeWith({a => 2})', { a: 2 }],
    ['$.data.deep.mergeWith({k => {y => 2}, j => [3, 4]})', { k: { x: 1, l: [1, 2], y: 2 }, j: [3, 4] }],
    ['$.data.deep.mergeWith({k => {l => [2, 3]}})', { k: { x: 1, l: [1, 2, 3] }, j: [3] }],
    ['$.data.deep.mergeWith({k => {l => [2, 3]}}, $1 + $2)', { k: { x: 1, l: [1, 2, 2, 3] }, j: [3] }],
    ['$.data.deep.mergeWith({k => {l => [2, 3]}}, maxLevels => 1)', { k: { l: [2, 3] }, j: [3] }],
    ['$.data.deep.mergeWith({k => {l => [2, 3]}}, maxLevels => 2)', { k: { x: 1, l: [2, 3] }, j: [3] }],
    ['$.data.deep.mergeWith({k => {l => [2, 3]}}, maxLevels => 3)', { k: { x: 1, l: [1, 2, 3] }, j: [3] }],
    ['{a => 1}.mergeWith({a => 5}, itemMerger => $1 + $2)', { a: 6 }],
    ['{a => {b => 1}}.mergeWith({a => 2})', { a: 2 }],
    ['{a => [1]}.mergeWith({a => 2})', { a: 2 }],
    ['{a => [2, 1]}.mergeWith({a => [1, 2, 3]})', { a: [2, 1, 3] }],
    ['{}.mergeWith({})', {}],
    ['str({a => 1}.mergeWith({}).keys())', "dict_keys(['a'])"],
    ['{a => null}.mergeWith({a => 1})', { a: 1 }],
    ['{a => 1}.mergeWith({a => null})', { a: null }],
    ['{a => [null]}.mergeWith({a => [null, 1]})', { a: [null, 1] }],
    ['{a => [1]}.mergeWith({a => [2]}, null)', { a: null }],
    ['{a => [1].insert(0, 2)}.mergeWith({a => [3].insert(0, 4)})', { a: [2, 1, 4, 3] }],
    ['{a => {b => {c => 1}}}.mergeWith({a => {b => {d => 2}}})', { a: { b: { c: 1, d: 2 } } }],
    ['{a => {b => {c => 1}}}.mergeWith({a => {b => {d => 2}}}, maxLevels => 1)', { a: { b: { d: 2 } } }],
    ['{a => {b => {c => 1}}}.mergeWith({a => {b => {d => 2}}}, maxLevels => 2)', { a: { b: { d: 2 } } }],
    ['{a => {b => {c => 1}}}.mergeWith({a => {b => {d => 2}}}, maxLevels => 3)', { a: { b: { c: 1, d: 2 } } }],
    [
      '{a => {b => {c => {e => 1}}}}.mergeWith({a => {b => {c => {d => 2}}}}, maxLevels => 0)',
      { a: { b: { c: { e: 1, d: 2 } } } },
    ],
    [
      '{a => {b => {c => {e => 1}}}}.mergeWith({a => {b => {c => {d => 2}}}}, maxLevels => 3)',
      { a: { b: { c: { d: 2 } } } },
    ],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['{a => 1}.mergeWith({a => {x => 1}})', 'an integer and a map cannot be merged'],
    ['{a => 1}.mergeWith({a => [1]})', 'an integer and a list cannot be merged'],
    ['{a => [1]}.mergeWith({a => "b c".split()})', 'a list and a list cannot be merged'],
    [
      '{a => 1}.mergeWith([1])',
      '`mergeWith` cannot be called with a map, a list; it is `dict.mergeWith(another, [listMerger], [itemMerger], [maxLevels])`',
    ],
    ['{a => [1]}.mergeWith({a => {b => 1}})', 'a list and a map cannot be merged'],
    ['{a => {b => 1}}.mergeWith({a => [1]})', 'a map and a list cannot be merged'],
    ['{a => abc}.mergeWith({a => [1]})', 'a text and a list cannot be merged'],
    ['{a => abc}.mergeWith({a => [1]}, $1)', 'a text and a list cannot be merged'],
    ['{a => [1].insert(0, 2)}.mergeWith({a => [3]})', 'a list and a list cannot be merged'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';

const trySelect = (argument: ExactJson): ExactJson => trySnippet({ 'Fn::Select': argument }, { version: '2015-04-30' });

describe('Fn::Select', () => {
  it.each<[ExactJson, ExactJson]>([
    [['0', ['a', 'b']], 'a'],
    [[1, ['a', 'b']], 'b'],
    [[1.9, ['a', 'b']], 'b'],
    [[true, ['a', 'b']], 'b'],
    [[' +1 ', ['a', 'b']], 'b'],
    [[-1, ['a', 'b']], 'b'],
    [[-2, ['a', 'b']], 'a'],
    [['k', { k: 'v' }], 'v'],
    [['k', { k: null }], null],
    [[0, [null]], null],
    [['0', '["p", "q"]'], 'p'],
    [['k', '{"k": 1}'], 1],
    [[0, { get_param: 'list' }], 'a'],
    [{ k: 1, '{"k": 2}': 3 }, 2],
  ])('%j is %j', (argument, value) => {
    expect(trySelect(argument)).toEqual(value);
  });

  it.each<[ExactJson]>([
    [[5, ['a']]],
    [[-2, ['a']]],
    [['z', { k: 'v' }]],
    [['constructor', {}]],
    [['0', []]],
    [['0', null]],
    [['0', 'null']],
    [['0', '']],
    [[null, '']],
  ])('%j is an empty text', (argument) => {
    expect(trySelect(argument)).toBe('');
  });

  it.each<[ExactJson, string]>([
    [['x', ['a']], 'resolve: expected the index of a list, found a text'],
    [[null, ['a']], 'resolve: expected the index of a list, found null'],
    [[[0], ['a']], 'resolve: expected the index of a list, found a list'],
    [[1, { '1': 'v' }], 'resolve: expected the key of a map, found a number'],
    [['0', 'not json'], 'resolve: expected a list, a map, or a text that is valid JSON'],
    [['0', '"text"'], 'resolve: expected a list or a map, found a text'],
    [['0', '5'], 'resolve: expected a list or a map, found a number'],
    [['0', 5], 'resolve: expected a list or a map, found a number'],
    [['0', '['.repeat(300) + ']'.repeat(300)], 'resolve: expected JSON that nests no deeper than the limit of'],
    ['ab', 'resolve: expected a list, a map, or a text that is valid JSON'],
    [[], 'parse: expected a list of the form [index, list]'],
    [['0'], 'parse: expected a list of the form [index, list]'],
    [['0', ['a'], 'x'], 'parse: expected a list of the form [index, list]'],
    ['abc', 'parse: expected a list of the form [index, list]'],
    [null, 'parse: expected a list of the form [index, list]'],
    [{ get_param: 'list' }, 'parse: expected a list of the form [index, list]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySelect(argument)).toContain(fault);
  });

  it('takes an infinite index for none', () => {
    expect(trySelect([Infinity, ['a']])).toContain('expected the index of a list');
  });

  it('is not known where index or list are not, though an empty text stays one', () => {
    const later = { get_resource: 'later' };
    expect(trySelect(['0', later])).toBeNull();
    expect(trySelect([later, ['a']])).toBeNull();
    expect(trySelect([later, ''])).toBe('');
    expect(trySelect(['0', ['a', later]])).toBe('a');
    expect(trySelect(['1', ['a', later]])).toBeNull();
  });

  it('was there until 2015-04-30', () => {
    const snippet = { 'Fn::Select': ['0', ['a']] };
    expect(trySnippet(snippet, { version: '2013-05-23' })).toBe('a');
    expect(trySnippet(snippet, { version: '2015-10-15' })).toContain('2015-04-30 was the last to have it');
  });
});

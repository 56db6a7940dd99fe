import type { Json } from '#contracts';
import { trySnippet } from '../fixtures/try-snippet';

describe('list_join', () => {
  it.each<[Json, Json]>([
    [['-', ['a', 'b']], 'a-b'],
    [['-', ['a', null, 'b']], 'a--b'],
    [['-', null], ''],
    [['-', []], ''],
    [['-', ['a'], ['b', 'c'], {}, ''], 'a-b-c'],
    [['-', ['a'], null, ['b']], 'a-b'],
    [['-', false, 0, ['b']], 'b'],
    [['', ['a', 'b']], 'ab'],
    [['-', ['a', { z: 1, b: [true, 'é'] }, [1.5]]], 'a-{"b": [true, "\\u00e9"], "z": 1}-[1.5]'],
    [['-', { get_param: 'list' }], 'a-b'],
    [[{ get_param: 'name' }, ['1', '2']], '1web2'],
  ])('of %j is %j', (argument, value) => {
    expect(trySnippet({ list_join: argument })).toEqual(value);
  });

  it.each<[Json, string]>([
    [['-', ['a', 1]], 'resolve: expected a text, map or list to join, found a number'],
    [['-', [true]], 'resolve: expected a text, map or list to join, found a boolean'],
    [['-', 'ab'], 'resolve: expected a list, found a text'],
    [['-', { a: 1 }], 'resolve: expected a list, found a map'],
    [[null, ['a']], 'resolve: expected a text as delimiter, found null'],
    [['-'], 'parse: expected a list of the form [delimiter, list, …]'],
    [[], 'parse: expected a list of the form [delimiter, list, …]'],
    [[5, 'ab'], 'resolve: expected a list, found a text; expected a text as delimiter, found a number'],
    ['a', 'parse: expected a list of the form [delimiter, list, …]'],
    [{ get_param: 'list' }, 'parse: expected a list of the form [delimiter, list, …]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ list_join: argument })).toBe(fault);
  });

  it('took one list of texts before 2015-10-15', () => {
    const version = '2015-04-30';
    expect(trySnippet({ list_join: ['-', ['a']] }, { version })).toBe('a');
    expect(trySnippet({ list_join: ['-', [{}]] }, { version })).toContain('expected a text to join, found a map');
    expect(trySnippet({ list_join: ['-', {}] }, { version })).toContain('expected a list, found a map');
    const form = 'parse: expected a list of the form [delimiter, list]';
    expect(trySnippet({ list_join: ['-', ['a'], ['b']] }, { version })).toBe(
      `${form}: several lists are taken since version 2015-10-15`,
    );
    expect(trySnippet({ list_join: ['-'] }, { version })).toBe(form);
    expect(trySnippet({ list_join: ['-', null] }, { version })).toBe('');
    expect(trySnippet({ list_join: ['-', ''] }, { version })).toContain('expected a list, found a text');
  });

  it('is not known where one item is not', () => {
    expect(trySnippet({ list_join: ['-', ['a', { get_resource: 'later' }]] })).toBeNull();
    expect(trySnippet({ list_join: ['-', ['a', [{ get_resource: 'later' }]]] })).toBeNull();
  });
});

import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson, ExactObject } from '../json';

const replace = (template: ExactJson, params: ExactJson, name = 'str_replace'): ExactJson =>
  trySnippet({ [name]: { template, params } });

describe('str_replace', () => {
  it.each<[string, ExactObject, string]>([
    ['Hi $who', { $who: 'Ann' }, 'Hi Ann'],
    ['p1 p10 p100', { p1: 'A', p10: 'B', p100: 'C' }, 'A B C'],
    ['ab ba', { ab: 'ba', ba: 'ab' }, 'ba ab'],
    ['abc', { ab: '1', bc: '2' }, '1c'],
    ['aXbX', { X: '--' }, 'a--b--'],
    ['T F N', { T: true, F: 1.5, N: null }, 'True 1.5 '],
    ['M L', { M: { b: 1, a: ['x'] }, L: [] }, '{"a": ["x"], "b": 1} []'],
    ['x', {}, 'x'],
    ['', { x: 1 }, ''],
  ])('puts into %j what %j says', (template, params, text) => {
    expect(replace(template, params)).toBe(text);
  });

  it.each<[ExactJson, string]>([
    [{ template: 'x' }, 'parse: expected a map of `template` and `params`'],
    [{ params: {} }, 'parse: expected a map of `template` and `params`'],
    [{ get_param: 'data' }, 'parse: expected a map of `template` and `params`'],
    [{ template: 'x', params: 5 }, 'parse: expected a map of keys and the values to replace them by'],
    [{ template: 'x', params: null }, 'parse: expected a map of keys and the values to replace them by'],
    [{ template: 5, params: {} }, 'resolve: expected a text, found a number'],
    [{ template: 'x', params: { get_param: 'name' } }, 'resolve: expected a map, found a text'],
    [{ template: 'x', params: { get_param: 'count' } }, 'resolve: expected a map, found a number'],
    [{ template: 'x', params: { get_param: ['data', 'nothing'] } }, 'resolve: expected a map, found null'],
    ['x', 'parse: expected a map of `template` and `params`'],
    [{ template: 'x', params: ['x'] }, 'parse: expected a map of keys and the values to replace them by'],
    [{ template: null, params: {} }, 'resolve: expected a text, found null'],
    [{ template: 'x', params: { '': 1 } }, 'resolve: an empty key cannot be replaced'],
    [{ template: 'x', params: { get_param: 'list' } }, 'resolve: expected a map, found a list'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(trySnippet({ str_replace: argument })).toBe(fault);
  });

  it('took no maps and lists before 2015-10-15', () => {
    const snippet = { str_replace: { template: 'x', params: { x: [1] } } };
    expect(trySnippet(snippet, { version: '2015-04-30' })).toContain(
      'maps and lists are taken since version 2015-10-15',
    );
    const plain = { str_replace: { template: 'a b c', params: { a: 1, b: true, c: null, d: '' } } };
    expect(trySnippet(plain, { version: '2015-04-30' })).toBe('1 True ');
  });

  it('is not known where a value is not, and still says what else is wrong', () => {
    expect(replace('x', { x: { get_resource: 'later' } })).toBeNull();
    expect(replace('x', { x: { get_resource: 'later' }, y: { get_param: 'nope' } })).toContain('no parameter `nope`');
  });

  it('gives up where there are more keys than can be looked for in so long a text', () => {
    const params = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`#${index}#`, '']));
    expect(replace('x'.repeat(1_000_000), params)).toContain('larger than the limit');
  });
});

describe('the strict ones', () => {
  it('want every key to be in the template', () => {
    const fault = 'resolve: not in the template: `long`, `y`';
    expect(replace('x', { x: 1, y: 2, long: 3 }, 'str_replace_strict')).toBe(fault);
    expect(replace('ab', { ab: 'x', a: 'y' }, 'str_replace_strict')).toBe('resolve: not in the template: `a`');
    expect(replace('x', { x: null }, 'str_replace_strict')).toBe('');
    expect(replace('x', { x: [] }, 'str_replace_strict')).toBe('[]');
    expect(replace('x', { y: 1 })).toBe('x');
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`<${index}>`, 1]));
    expect(replace('x', many, 'str_replace_strict')).toMatch(
      /^resolve: not in the template: `<10>`, .*, … \(11 in all\)$/,
    );
  });

  it('and the very strict one wants every value to be something, though zero and false are', () => {
    for (const empty of [null, '', [], {}]) {
      expect(replace('x', { x: empty }, 'str_replace_vstrict')).toBe('resolve: the value must not be empty');
    }
    expect(replace('x y', { x: 0, y: false }, 'str_replace_vstrict')).toBe('0 False');
    expect(replace('x y', { x: [0], y: { a: '' } }, 'str_replace_vstrict')).toBe('[0] {"a": ""}');
    expect(replace('x', { x: 1, y: 2 }, 'str_replace_vstrict')).toBe('resolve: not in the template: `y`');
  });
});

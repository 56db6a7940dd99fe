import { replaceTexts } from './replace-texts';

const replace = (text: string, values: Record<string, string>, limit = 100): string | undefined =>
  replaceTexts(text, new Map(Object.entries(values)), limit)?.text;

describe('replaceTexts', () => {
  it.each<[string, Record<string, string>, string]>([
    ['aaa', { a: 'b' }, 'bbb'],
    ['aaa', { aa: 'b' }, 'ba'],
    ['abab', { ab: 'x', a: '-', b: '+' }, 'xx'],
    ['ab', { b: 'a', a: 'b' }, 'ba'],
    ['a', { a: 'aa' }, 'aa'],
    ['a-b', { a: 'b', b: 'c', '-': 'a' }, 'bac'],
    ['xy', { x: '', y: 'x' }, 'x'],
    ['a', {}, 'a'],
    ['é😀', { '😀': 'e' }, 'ée'],
  ])('makes of %j with %j %j', (text, values, expected) => {
    expect(replace(text, values)).toBe(expected);
  });

  it('takes longer keys first, and equally long ones by the alphabet', () => {
    expect(
      replaceTexts(
        'x',
        new Map([
          ['b', ''],
          ['ca', ''],
          ['a', ''],
          ['cb', ''],
        ]),
        100,
      )?.unused,
    ).toEqual(['ca', 'cb', 'a', 'b']);
    // A later key of the same length finds only what is left.
    expect(replace('aba', { ba: '1', ab: '2' })).toBe('2a');
    expect(replace('aba', { ab: '2', ba: '1' })).toBe('2a');
  });

  it('names the keys that are nowhere, also where they are only in what was put in', () => {
    const unused = (text: string, values: Record<string, string>): readonly string[] | undefined =>
      replaceTexts(text, new Map(Object.entries(values)), 100)?.unused;
    expect(unused('ab', { a: '1', c: '2' })).toEqual(['c']);
    expect(unused('ab', { ab: 'c', c: '2' })).toEqual(['c']);
    expect(unused('cab', { ab: 'c', c: '2' })).toEqual([]);
  });

  it('gives up where the text becomes longer than the limit', () => {
    expect(replace('aa', { a: '12345' }, 10)).toBe('1234512345');
    expect(replace('aab', { a: '12345' }, 10)).toBeUndefined();
    expect(replace('aabb', { a: '12345', b: '' }, 10)).toBeUndefined();
    expect(replace('abcdefghijk', { abc: '-' }, 10)).toBe('-defghijk');
  });
});

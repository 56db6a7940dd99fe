import { compileGlob } from './glob';

describe('a glob', () => {
  it.each<[string, string, boolean]>([
    ['web*', 'web_1', true],
    ['*_1', 'web_1', true],
    ['w*b?1', 'web_1', true],
    ['*', '', true],
    ['a*b', 'ab', true],
    ['a*?', 'a', false],
    ['**', 'a', true],
    ['web', 'web_1', false],
    ['web_1', 'web', false],
    ['?', '', false],
    ['?', '😀', true],
    ['a*b*c', 'a-b-b', false],
    ['a.c', 'abc', false],
    ['[xy]1', 'y1', true],
    ['[xy]1', 'z1', false],
    ['[xy]', 'xy', false],
    ['[!xy]1', 'z1', true],
    ['[!xy]1', 'x1', false],
    ['[a-c]', 'b', true],
    ['[a-c]', 'c', true],
    ['[a-c]', 'd', false],
    ['[a-]', '-', true],
    ['[-a]', '-', true],
    ['[-a]', 'b', false],
    ['[a-c-e]', '-', true],
    ['[a-c-e]', 'd', false],
    ['[c-a]', 'b', false],
    ['[]a]b', ']b', true],
    ['[!]a]b', ']b', false],
    ['[!]a]b', 'cb', true],
    ['[a', '[a', true],
    ['[]', '[]', true],
    ['[!]', '[!]', true],
    ['x[0-9]*', 'x7y', true],
  ])('%s on %j: %p', (pattern, text, matches) => {
    expect(compileGlob(pattern)(text)).toBe(matches);
  });

  it('cannot be made to take long', () => {
    expect(compileGlob(`${'*a'.repeat(500)}b`)('a'.repeat(5000))).toBe(false);
  });
});

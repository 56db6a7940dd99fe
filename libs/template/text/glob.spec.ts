import { isGlob, matchesGlob } from './glob';

describe('a glob', () => {
  it.each<[string, string, boolean]>([
    ['web*', 'web_1', true],
    ['*_1', 'web_1', true],
    ['w*b?1', 'web_1', true],
    ['*', '', true],
    ['web', 'web_1', false],
    ['?', '', false],
    ['a*b*c', 'a-b-b', false],
    ['a.c', 'abc', false],
  ])('%s on %j: %p', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });

  it('cannot be made to take long', () => {
    expect(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  });

  it('is told from a plain name', () => {
    expect([isGlob('web*'), isGlob('web?'), isGlob('web')]).toEqual([true, true, false]);
  });
});

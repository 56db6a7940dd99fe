import { matchesGlob } from './glob';

describe('matchesGlob', () => {
  it.each([
    ['OS::Heat::*', 'OS::Heat::None', true],
    ['*', '', true],
    ['*None', 'OS::Heat::None', true],
    ['OS::*::No?e', 'OS::Heat::None', true],
    ['OS::Heat', 'OS::Heat::None', false],
    ['OS::Heat::None?', 'OS::Heat::None', false],
    ['os::heat::*', 'OS::Heat::None', false],
    ['', 'x', false],
    ['**a**', 'bab', true],
    [`${'*a'.repeat(50)}b`, 'a'.repeat(5_000), false],
  ])('%.20s on %.20s: %s', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });
});

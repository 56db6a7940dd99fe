import { randomCharacters } from './random-characters';
import type { Draw } from './random-characters';

/** Draws 0, 1, 2, … in turn, each cut to what was asked for. */
const counting = (): Draw => {
  let next = 0;
  return (below) => next++ % below;
};

const count = (text: string, characters: string): number =>
  Array.from(text).filter((character) => characters.includes(character)).length;

describe('randomCharacters', () => {
  it('takes the least number from each source and fills up from all of them', () => {
    const text = randomCharacters(
      [
        { characters: 'abc', min: 3 },
        { characters: '01', min: 2 },
      ],
      20,
      counting(),
    );
    expect(text).toHaveLength(20);
    expect(count(text, 'abc')).toBeGreaterThanOrEqual(3);
    expect(count(text, '01')).toBeGreaterThanOrEqual(2);
    expect(count(text, 'abc') + count(text, '01')).toBe(20);
  });

  it('asks for a fair draw of each choice: source, character, place', () => {
    const asked: number[] = [];
    randomCharacters(
      [
        { characters: 'abcd', min: 1 },
        { characters: 'xyz', min: 0 },
      ],
      2,
      (below) => {
        asked.push(below);
        return 0;
      },
    );
    expect(asked).toEqual([4, 2, 4, 2, 1]);
  });

  it('shuffles what it has drawn', () => {
    const sources = [
      { characters: 'a', min: 1 },
      { characters: 'b', min: 1 },
    ];
    expect(randomCharacters(sources, 2, () => 0)).toBe('ab');
    expect(randomCharacters(sources, 2, (below) => below - 1)).toBe('ba');
  });

  it('counts characters, not the units that UTF-16 needs for them', () => {
    expect(randomCharacters([{ characters: '𝄞', min: 1 }], 3, () => 0)).toBe('𝄞𝄞𝄞');
  });

  it('refuses minimums that do not fit, and an empty sequence', () => {
    expect(() => randomCharacters([{ characters: 'a', min: 9 }], 8, counting())).toThrow(
      'property `length` is 8, but the classes and sequences ask for 9 characters',
    );
    expect(() => randomCharacters([{ characters: '', min: 1 }], 8, counting())).toThrow(
      'sequence of characters is empty',
    );
  });
});

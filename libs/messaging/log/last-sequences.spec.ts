import { LastSequences } from './last-sequences';

describe('LastSequences', () => {
  it('knows repeats, of each root by itself', () => {
    const sequences = new LastSequences();
    expect([1, 2, 2, 1, 3].map((sequence) => sequences.isNew('a', sequence))).toEqual([true, true, false, false, true]);
    expect(sequences.isNew('b', 1)).toBe(true);
  });

  it('forgets the root that was not heard of for the longest time', () => {
    const sequences = new LastSequences(2);
    for (const root of ['a', 'b', 'a', 'c']) sequences.isNew(root, 1);
    expect(['a', 'c', 'b'].map((root) => sequences.isNew(root, 1))).toEqual([false, false, true]);
  });
});

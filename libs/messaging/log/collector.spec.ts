import { Collector } from './collector';
import type { CollectorSettings } from './collector';

function collect(sequences: number[], settings: Partial<CollectorSettings> = {}): Collector {
  const collector = new Collector({
    after: 0,
    upTo: Infinity,
    limit: 100,
    accept: () => true,
    completeFrom: undefined,
    ...settings,
  });
  for (const sequence of sequences) collector.take(sequence, JSON.stringify({ sequence: String(sequence) }));
  return collector;
}

const taken = (collector: Collector): number[] => collector.items.map(({ sequence }) => sequence);

describe('a collector', () => {
  it('takes each event once, and none that is not above the last seen', () => {
    expect(taken(collect([1, 2, 1, 2, 3, 2, 4]))).toEqual([1, 2, 3, 4]);
    expect(taken(collect([1, 2, 3], { after: 2 }))).toEqual([3]);
  });

  it('takes what can’t be read for what is not there', () => {
    const collector = collect([1]);
    collector.take(2, 'no JSON');
    collector.take(3, '{}');
    expect(taken(collector)).toEqual([1, 3]);
    expect(collector.completeness(3, true)).toBe(3);
  });

  it('is full at its limit, or at the last that is wanted', () => {
    expect(taken(collect([1, 2, 3], { limit: 2 }))).toEqual([1, 2]);
    expect(collect([1, 2, 3], { upTo: 2 })).toMatchObject({ isFull: true, last: 2 });
  });

  it('goes on past events that are not accepted', () => {
    const collector = collect([1, 2, 3], { accept: ({ sequence }) => sequence !== '2' });
    expect(taken(collector)).toEqual([1, 3]);
    expect(collector.last).toBe(3);
  });

  describe('says from where on the log is complete', () => {
    it('by the index, if nothing speaks against it', () => {
      expect(collect([5, 6], { completeFrom: 3, after: 4 }).completeness(6, true)).toBe(3);
    });

    it('by the first that it sees, where nothing is indexed', () => {
      expect(collect([4, 5]).completeness(5, true)).toBe(4);
      expect(collect([4, 5], { after: 5 }).completeness(5, true)).toBe(4);
    });

    it('after a jump: what lay between is gone', () => {
      expect(collect([1, 2, 7, 8], { completeFrom: 1 }).completeness(8, true)).toBe(7);
    });

    it('as not at all, where all that was published is gone', () => {
      expect(collect([]).completeness(8, true)).toBe(9);
      expect(collect([1, 2, 3], { completeFrom: 1 }).completeness(8, true)).toBe(9);
    });

    it('without a guess at what it has not read', () => {
      expect(collect([1, 2], { completeFrom: 1 }).completeness(8, false)).toBe(1);
    });
  });

  describe('says where to go on', () => {
    it('after the last that it saw', () => {
      expect(collect([1, 2], { limit: 2 }).next(8, false)).toBe(2);
    });

    it('nowhere, where it saw all that is published or that is left of it', () => {
      expect(collect([1, 2]).next(2, true)).toBeUndefined();
      expect(collect([1, 2]).next(8, true)).toBeUndefined();
    });

    it('behind what was wanted, where more is published', () => {
      expect(collect([1, 2], { upTo: 2 }).next(8, true)).toBe(2);
    });
  });
});

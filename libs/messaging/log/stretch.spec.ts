import { planSegments, waveLength } from './stretch';

const stretch = { firstOffset: 100, lastOffset: 150, firstSequence: 11, lastSequence: 20 };

describe('planSegments', () => {
  it('reads a stretch as a whole where all of it is wanted', () => {
    expect(planSegments([stretch], { after: 0, upTo: Infinity })).toEqual([{ from: 100, to: 150, events: 10 }]);
  });

  it('leaves out what can only lie before or behind what is wanted', () => {
    expect(planSegments([stretch], { after: 13, upTo: 18 })).toEqual([{ from: 103, to: 148, events: 5 }]);
  });

  it('leaves out stretches that hold nothing wanted', () => {
    const later = { firstOffset: 400, lastOffset: 400, firstSequence: 21, lastSequence: 21 };
    expect(planSegments([stretch, later], { after: 20, upTo: Infinity })).toEqual([{ from: 400, to: 400, events: 1 }]);
    expect(planSegments([stretch, later], { after: 0, upTo: 10 })).toEqual([]);
  });
});

describe('waveLength', () => {
  const segments = [5, 5, 5, 5].map((events, index) => ({ from: index, to: index, events }));

  it('reads as many segments at once as the wanted events lie in', () => {
    expect(waveLength(segments, 7, 8)).toBe(2);
  });

  it('reads one at least, and no more than there are or may be', () => {
    expect(waveLength(segments, 0, 8)).toBe(1);
    expect(waveLength(segments, 100, 8)).toBe(4);
    expect(waveLength(segments, 100, 3)).toBe(3);
    expect(waveLength([], 100, 3)).toBe(0);
  });
});

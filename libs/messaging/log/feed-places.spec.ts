import fc from 'fast-check';
import { placesIn, tokenOf } from './feed-places';

const position = fc.record({
  epoch: fc.integer({ min: 1, max: 1_000 }),
  offset: fc.integer({ min: -1, max: 2 ** 50 }),
});

describe('a token of places', () => {
  it('says what it was made of', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.integer({ min: 0, max: 15 }).map(String), position), (places) => {
        const wanted = new Map(Object.entries(places).map(([partition, place]) => [Number(partition), place]));
        expect(placesIn(tokenOf(wanted))).toEqual(wanted);
      }),
    );
  });

  it.each([
    '',
    '-'.repeat(14),
    '-'.repeat(16),
    `1.-${'-'.repeat(14)}`,
    `A.1${'-'.repeat(15)}`,
    `zzzzzzzzzzz.1${'-'.repeat(15)}`,
  ])('is not %j', (text) => {
    expect(placesIn(text)).toBeUndefined();
  });
});

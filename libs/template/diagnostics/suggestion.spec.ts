import { didYouMean, nearestName } from './suggestion';

describe('the nearest name', () => {
  it.each([
    ['flavour', 'flavor'],
    ['falvor', 'flavor'],
    ['Flavor', 'flavor'],
    ['nam', 'name'],
    ['x', undefined],
    ['completely_different', undefined],
    ['', undefined],
    ['n'.repeat(100), undefined],
  ])('to %j is %j', (name, nearest) => {
    expect(nearestName(name, ['flavor', 'name', 'networks'])).toBe(nearest);
  });

  it('is put as a question, or not at all', () => {
    expect(didYouMean('nmae', ['name'])).toBe(' (did you mean `name`?)');
    expect(didYouMean('zzz', ['name'])).toBe('');
  });
});

import { mapInSlices, runToEnd } from './slices';

describe('work in slices', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index);

  it('maps everything, in order', () => {
    const doubled = runToEnd(mapInSlices(numbers, (number) => 2 * number));
    expect(doubled).toEqual(numbers.map((number) => 2 * number));
  });

  it('stops between slices, and does no more than one at a time', () => {
    let mapped = 0;
    const atEachStop: number[] = [];
    const work = mapInSlices(numbers, () => (mapped += 1));
    while (work.next().done !== true) atEachStop.push(mapped);
    expect(atEachStop).toEqual([250, 500, 750]);
  });

  it('does not stop for little', () => {
    expect(mapInSlices([1, 2], (number) => number).next()).toEqual({ done: true, value: [1, 2] });
  });
});

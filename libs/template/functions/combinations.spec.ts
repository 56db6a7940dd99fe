import { combinations, countCombinations } from './combinations';

describe('combinations', () => {
  it.each<[string[][], boolean, string[]]>([
    [[['a', 'b']], false, ['a', 'b']],
    [
      [
        ['a', 'b'],
        ['x', 'y', 'z'],
      ],
      false,
      ['ax', 'ay', 'az', 'bx', 'by', 'bz'],
    ],
    [[['a'], ['x', 'y'], ['1', '2']], false, ['ax1', 'ax2', 'ay1', 'ay2']],
    [[['a', 'b'], []], false, []],
    [[['a', 'b']], true, ['a', 'b']],
    [
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
      true,
      ['ax', 'by'],
    ],
    [[[], []], true, []],
  ])('of %j, in step or not (%j), are %j', (lists, inStep, expected) => {
    expect([...combinations(lists, inStep)].map((items) => items.join(''))).toEqual(expected);
    expect(countCombinations(lists, inStep)).toBe(expected.length);
  });
});

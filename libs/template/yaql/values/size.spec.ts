import { floatNumber, integerNumber } from '../../numbers/written-number';
import { tryYaql } from '../fixtures/try-yaql';
import { fractionOf } from './fraction';
import { dictionaryOf, setOf } from './build';
import { bitLength, listSize, mapSize, setSize, sizeOf } from './size';
import { BLANK, Moment, Ordering, Pair, Sequence, Span, View } from './value';
import type { YaqlValue } from './value';
import { Meter } from '../runtime/meter';

const meter = new Meter();
const integers = (count: number): YaqlValue[] => Array.from({ length: count }, (_, index) => BigInt(index));

/** Every size here is what `sys.getsizeof` of CPython 3.11 says. */
describe('the size of a value', () => {
  it.each<[string, YaqlValue, number]>([
    ['null', null, 16],
    ['true', true, 28],
    ['false', false, 28],
    ['0', 0n, 28],
    ['-5', -5n, 28],
    ['2 ** 30 - 1', 2n ** 30n - 1n, 28],
    ['2 ** 30', 2n ** 30n, 32],
    ['-(2 ** 30)', -(2n ** 30n), 32],
    ['2 ** 60 - 1', 2n ** 60n - 1n, 32],
    ['2 ** 60', 2n ** 60n, 36],
    ['a float', 1.5, 24],
    ['no text', '', 49],
    ['an ASCII text', 'a\x7f', 51],
    ['a Latin text', 'éa', 75],
    ['a text of two bytes', '€€a', 80],
    ['a text of four bytes', '😀😀', 84],
    ['an empty tuple', new Sequence([]), 40],
    ['a tuple', new Sequence([1n, 2n]), 56],
    ['an empty list', new Sequence([], false), 56],
    ['a list', new Sequence([1n], false), 88],
    ['a list with room', new Sequence([1n], false, 12), 152],
    ['a frozen map', dictionaryOf([['a', 1n]], meter), 56],
    ['an empty map', dictionaryOf([], meter, false), 64],
    ['a map of names', dictionaryOf([['a', 1n]], meter, false), 184],
    ['a map of other keys', dictionaryOf([[1n, 1n]], meter, false), 224],
    ['a set', setOf(integers(4), meter), 216],
    ['a larger set', setOf(integers(5), meter), 728],
    ['a view', new View(dictionaryOf([], meter), 'keys'), 40],
    ['an ordering', new Ordering([]), 56],
    ['a point in time', new Moment(0n, 0n), 48],
    ['a timespan', new Span(0n), 40],
    ['a rule', new Pair(1n, 2n), 56],
    ['what was left out', BLANK, 56],
  ])('of %s', (_, value, size) => {
    expect(sizeOf(value)).toBe(size);
  });

  it('of a map grows with its table', () => {
    const sizes = [5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 170, 171, 341, 342].map((count) => mapSize(count, false));
    expect(sizes).toEqual([224, 352, 352, 632, 632, 1168, 1168, 2264, 2264, 4688, 4688, 9304, 9304, 18_512]);
    expect([5, 6, 171, 341, 342].map((count) => mapSize(count, true))).toEqual([184, 272, 6576, 6576, 13_056]);
  });

  it('of a set grows with its table', () => {
    expect([0, 4, 5, 18, 19, 76, 77, 306, 307].map(setSize)).toEqual([
      216, 216, 728, 728, 2264, 2264, 8408, 8408, 32_984,
    ]);
  });

  it('of a list grows in steps', () => {
    const sizes = [0, 1, 4, 5, 8, 9, 16, 17, 24, 25, 100, 200, 1000].map((count) => listSize(count));
    expect(sizes).toEqual([56, 88, 88, 120, 120, 184, 184, 248, 248, 312, 920, 1656, 8856]);
  });
});

describe('numbers in their parts', () => {
  it.each<[bigint, number]>([
    [0n, 0],
    [1n, 1],
    [-1n, 1],
    [255n, 8],
    [256n, 9],
    [-(2n ** 70n), 71],
  ])('%p has so many bits: %p', (value, bits) => {
    expect(bitLength(value)).toBe(bits);
  });

  it.each<[number, readonly [bigint, bigint]]>([
    [3, [3n, 1n]],
    [-0.75, [-3n, 4n]],
    [0.1, [3_602_879_701_896_397n, 36_028_797_018_963_968n]],
  ])('%p is a fraction', (value, fraction) => {
    expect(fractionOf(value)).toEqual(fraction);
  });
});

describe('the order of a set of numbers', () => {
  it.each([
    ['set(30, 1, 22, 8).toList()', [8, 1, 30, 22]],
    ['set(8, 0).toList()', [8, 0]],
    ['set(0, 8).toList()', [0, 8]],
    ['set(-1, -2, 5, 1.5).toList()', [1.5, 5, -1, -2]],
    ['set(0.1, 0.5, 3).toList()', [0.1, 0.5, 3]],
    ['set(100, 50, 25, 75, 1000000).toList()', [1_000_000, 100, 75, 50, 25]],
    ['set(9, 17, 25, 33, 1).toList()', [33, 1, 9, 17, 25]],
    ['set(64, 32, 16, 8, 0, 128).toList()', [64, 32, 0, 128, 8, 16]],
    ['set(pow(2, 61) - 1, 7, 0.0).toList()', [integerNumber('2305843009213693951'), floatNumber(0), 7]],
    ['set(b, 2, a, 1).toList()', ['b', 2, 'a', 1]],
    ['range(20).toSet().union(set(100, 50)).toList().skip(19)', [19, 100, 50]],
  ])('%s is as in Python', (expression, order) => {
    expect(tryYaql(expression)).toEqual(order);
  });
});

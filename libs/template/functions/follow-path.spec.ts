import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { followPath } from './follow-path';

const NUMBERS_ONLY = { indexTexts: false };
const TEXTS_TOO = { indexTexts: true };

describe('followPath', () => {
  it.each<[Value, Value[], Value | undefined]>([
    ['abc', [], 'abc'],
    [{ a: { b: 1 } }, ['a', 'b'], 1],
    [['a', 'b'], [1], 'b'],
    [['a', 'b'], [-2], 'a'],
    [['a', 'b'], [true], 'b'],
    [['a', 'b'], [false], 'a'],
    ['añ😀', [2], '😀'],
    [{ a: null }, ['a'], null],
    [{ a: undefined as unknown as Value }, ['a'], undefined],
  ])('goes from %j by %j to %j', (start, path, end) => {
    expect(followPath(start, path, NUMBERS_ONLY)).toBe(end);
  });

  it.each<[Value, Value]>([
    [['a'], 1],
    [['a'], -2],
    [['a'], 0.5],
    [['a'], 'x'],
    [['a'], null],
    [{ a: 1 }, 'b'],
    [{ a: 1 }, 0],
    [{ a: 1 }, 'constructor'],
    [{ '0': 1 }, 0],
    [5, 'a'],
    [5, 0],
    [true, 'a'],
    [null, 'a'],
    [null, 0],
    ['abc', 3],
    ['abc', 'length'],
  ])('is led nowhere from %j by %j', (start, step) => {
    expect(followPath(start, [step], TEXTS_TOO)).toBeUndefined();
    expect(followPath(start, [step, 'more', 0], TEXTS_TOO)).toBeUndefined();
  });

  it('takes texts of integers for indices only where it is told to', () => {
    const list = ['a', 'b', 'c'];
    for (const text of ['1', ' 1 ', '+1', '-2', '01', '\t1\n']) {
      expect(followPath(list, [text], TEXTS_TOO)).toBe('b');
      expect(followPath(list, [text], NUMBERS_ONLY)).toBeUndefined();
    }
    for (const text of ['', ' ', '1.0', '1 2', 'x1', '1x', 'x 1', '1 x', '--1', '+']) {
      expect(followPath(list, [text], TEXTS_TOO)).toBeUndefined();
    }
    expect(followPath(list, [null], TEXTS_TOO)).toBeUndefined();
  });

  it('knows nothing of what lies in or behind something that is not known', () => {
    expect(followPath(UNKNOWN, [], NUMBERS_ONLY)).toBe(UNKNOWN);
    expect(followPath(UNKNOWN, ['a', 0], NUMBERS_ONLY)).toBe(UNKNOWN);
    expect(followPath({ a: UNKNOWN }, ['a', 'b'], NUMBERS_ONLY)).toBe(UNKNOWN);
    expect(followPath({ a: 1 }, [UNKNOWN], NUMBERS_ONLY)).toBe(UNKNOWN);
    expect(followPath(null, [UNKNOWN, 'b'], NUMBERS_ONLY)).toBe(UNKNOWN);
  });
});

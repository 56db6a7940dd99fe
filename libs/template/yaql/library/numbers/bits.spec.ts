import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('bits', () => {
  it.each<[string, Json]>([
    ['bitwiseAnd(6, 3)', 2],
    ['bitwiseOr(6, 3)', 7],
    ['bitwiseXor(6, 3)', 5],
    ['bitwiseNot(6)', -7],
    ['bitwiseNot(-1)', 0],
    ['bitwiseNot(true)', -2],
    ['bitwiseAnd(true, false)', false],
    ['bitwiseAnd(true, true)', true],
    ['bitwiseOr(true, 2)', 3],
    ['bitwiseXor(true, true)', false],
    ['shiftBitsLeft(1, 4)', 16],
    ['shiftBitsLeft(3, 0)', 3],
    ['shiftBitsLeft(0, pow(10, 30))', 0],
    ['shiftBitsRight(16, 2)', 4],
    ['shiftBitsRight(-16, 2)', -4],
    ['shiftBitsRight(1, pow(10, 30))', 0],
    ['shiftBitsRight(-1, pow(10, 30))', -1],
    ['bitwiseAnd(true, 1)', 1],
    ['bitwiseAnd(1, true)', 1],
    ['bitwiseOr(true, false)', true],
    ['bitwiseOr(2, true)', 3],
    ['bitwiseXor(3, true)', 2],
    ['bitwiseXor(true, 3)', 2],
    ['bitwiseNot(5)', -6],
    ['shiftBitsLeft(1, 10)', 1024],
    ['shiftBitsLeft(0, 10000000)', 0],
    ['shiftBitsLeft(0, 100)', 0],
    ['shiftBitsRight(5, 1)', 2],
    ['shiftBitsRight(5, 100000000)', 0],
    ['shiftBitsRight(-5, 100000000)', -1],
    ['shiftBitsRight(-5, 2)', -2],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['bitwiseAnd(1.0, 1)', '`bitwiseAnd` cannot be called with a float, an integer; it is `bitwiseAnd(left, right)`'],
    ['bitwiseOr(a, 1)', '`bitwiseOr` cannot be called with a text, an integer; it is `bitwiseOr(left, right)`'],
    ['bitwiseNot(null)', '`bitwiseNot` cannot be called with null; it is `bitwiseNot(arg)`'],
    ['shiftBitsLeft(1, -1)', 'bits cannot be shifted by a negative number'],
    ['shiftBitsRight(1, -1)', 'bits cannot be shifted by a negative number'],
    ['shiftBitsLeft(1, 90000)', 'a value takes more than the limit of 10000 bytes'],
    ['shiftBitsLeft(1, pow(10, 30))', 'a value takes more than the limit of 10000 bytes'],
    ['shiftBitsLeft(1, 60000)', 'an integer has more than the limit of 4300 digits'],
    ['shiftBitsLeft(1, 80000)', 'a value takes more than the limit of 10000 bytes'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('remainders, quotients and powers', () => {
  it.each<[string, ExactJson]>([
    ['5 mod -3', -1],
    ['-5 mod 3', 1],
    ['5.5 mod -3', -0.5],
    ['-5.5 mod 3', 0.5],
    ['0.0 mod -3', floatNumber(-0.0)],
    ['0.0 mod 3', floatNumber(0.0)],
    ['6.0 mod 3', floatNumber(0.0)],
    ['6.0 mod -3', floatNumber(-0.0)],
    ['str(6.0 mod -3)', '-0.0'],
    ['str(6.0 mod 3)', '0.0'],
    ['0.5 mod -1', -0.5],
    ['-0.5 mod 1', 0.5],
    ['0.5 mod 1', 0.5],
    ['1.5 mod -0.5', floatNumber(-0.0)],
    ['7 / 2', 3],
    ['-7 / 2', -4],
    ['7 / -2', -4],
    ['-6 / 2', -3],
    ['6 / -3', -2],
    ['0 / -3', 0],
    ['pow(2, 10)', 1024],
    ['pow(2, -1)', 0.5],
    ['pow(0, 0)', 1],
    ['pow(0, 1)', 0],
    ['pow(-8, 3)', -512],
    ['pow(3, 4, 5)', 1],
    ['pow(3, -1, 5)', 2],
    ['pow(3, -2, 7)', 4],
    ['pow(3, 0, 5)', 1],
    ['pow(3, 0, 1)', 0],
    ['pow(3, 4, -5)', -4],
    ['pow(-3, 3, 5)', 3],
    ['pow(3, -1, -5)', -3],
    ['pow(2, -1, -5)', -2],
    ['pow(-2, -1, 5)', 2],
    ['pow(4, -1, 7)', 2],
    ['pow(5, -1, 12)', 5],
    ['pow(7, -3, 40)', 7],
    ['pow(3, 4, null)', 81],
    ['pow(1, 1000000)', 1],
    ['pow(-1, 1000001)', -1],
    ['pow(0, 1000000)', 0],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['pow(0, -1)', 'nothing can be divided by zero'],
    ['pow(2, -1, 4)', 'the base has no inverse modulo that number'],
    ['pow(3, 4, 0)', 'nothing can be divided by zero'],
    ['pow(3, -1, 0)', 'nothing can be divided by zero'],
    ['pow(3.0, 4, 5)', 'a power modulo a number wants three integers'],
    ['pow(3, 4.0, 5)', 'a power modulo a number wants three integers'],
    ['pow(3, 4, 5.0)', 'a power modulo a number wants three integers'],
    ['pow(2, 100000)', 'a value takes more than the limit of 10000 bytes'],
    ['pow(10, 400) * 1.0', 'an integer is too large for a float'],
    ['pow(10, 400) / 2.0', 'an integer is too large for a float'],
    ['1.0 + pow(10, 400)', 'an integer is too large for a float'],
    ['float(pow(10, 400))', 'an integer is too large for a float'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('arithmetic', () => {
  it.each<[string, ExactJson]>([
    ['1 + 2', 3],
    ['1 + 1.5', 2.5],
    ['0.1 + 0.2', 0.30000000000000004],
    ['5 - 7', -2],
    ['1.5 - 1', 0.5],
    ['2 * 3', 6],
    ['2 * 1.5', floatNumber(3)],
    ['7 / 2', 3],
    ['-7 / 2', -4],
    ['7 / -2', -4],
    ['-7 / -2', 3],
    ['6 / 2', 3],
    ['7.0 / 2', 3.5],
    ['7 / 2.0', 3.5],
    ['7 mod 3', 1],
    ['-7 mod 3', 2],
    ['7 mod -3', -2],
    ['-7 mod -3', -1],
    ['6 mod 3', 0],
    ['7.5 mod 2', 1.5],
    ['-7.5 mod 2', 0.5],
    ['7.5 mod -2', -0.5],
    ['str(6.0 mod -3)', '-0.0'],
    ['str(-6.0 mod 3)', '0.0'],
    ['-5', -5],
    ['-1.5', -1.5],
    ['+5', 5],
    ['--5', 5],
    ['str(-0.0)', '-0.0'],
    ['pow(2, 100) / pow(2, 98)', 4],
    ['sign(1)', 1],
    ['sign(-1)', -1],
    ['sign(0.5)', 1],
    ['sign(0.0)', 0],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['pow(10, 300) / 1e', 'parse: a number is too long, or a letter follows it at once'],
    ['1 / 0', 'nothing can be divided by zero'],
    ['1.0 / 0', 'nothing can be divided by zero'],
    ['1 mod 0', 'nothing can be divided by zero'],
    ['1.0 mod 0.0', 'nothing can be divided by zero'],
    ['1 + true', '`+` cannot be used on an integer, a boolean'],
    ['1 + null', '`+` cannot be used on an integer, null'],
    ['1 + "a"', '`+` cannot be used on an integer, a text'],
    ['-null', '`-` cannot be used on null'],
    ['-true', '`-` cannot be used on a boolean'],
    ['+"a"', '`+` cannot be used on a text'],
    ['pow(10, 400) * 1.0', 'an integer is too large for a float'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('functions on numbers', () => {
  it.each<[string, ExactJson]>([
    ['abs(-3)', 3],
    ['abs(3)', 3],
    ['abs(-1.5)', 1.5],
    ['str(abs(-0.0))', '0.0'],
    ['str(abs(0.0))', '0.0'],
    ['sign(5)', 1],
    ['sign(-5)', -1],
    ['sign(0)', 0],
    ['sign(-0.5)', -1],
    ['pow(2, 10)', 1024],
    ['pow(2, 0)', 1],
    ['pow(2, -1)', 0.5],
    ['pow(2.0, 3)', floatNumber(8)],
    ['pow(4, 0.5)', floatNumber(2)],
    ['pow(2, 64) mod 10', 6],
    ['pow(-1, pow(10, 30))', 1],
    ['pow(2, 10, 7)', 2],
    ['pow(2, 10, null)', 1024],
    ['pow(3, -1, 7)', 5],
    ['pow(2, 10, -7)', -5],
    ['pow(0, 0)', 1],
    ['max(1, 2)', 2],
    ['max(2, 1)', 2],
    ['min(1, 2)', 1],
    ['min(2, 1)', 1],
    ['max(a, b)', 'b'],
    ['max(null, 1)', 1],
    ['min(null, 1)', null],
    ['hex(255)', '0xff'],
    ['hex(-255)', '-0xff'],
    ['hex(0)', '0x0'],
    ['int(3.9)', 3],
    ['int(-3.9)', -3],
    ['int("12")', 12],
    ['int(" 12 ")', 12],
    ['int("1_000")', 1000],
    ['int("-5")', -5],
    ['int("+5")', 5],
    ['int("٣")', 3],
    ['int(null)', 0],
    ['int(true)', 1],
    ['float(1)', floatNumber(1)],
    ['float("1.5")', 1.5],
    ['float(" 1e3 ")', floatNumber(1000)],
    ['float("-inf")', -Infinity],
    ['float("nan")', NaN],
    ['float(null)', floatNumber(0)],
    ['float(true)', floatNumber(1)],
    ['float("٣.5")', 3.5],
    ['isInteger(1)', true],
    ['isInteger(1.0)', false],
    ['isInteger(true)', false],
    ['isNumber(1.5)', true],
    ['isNumber(1)', true],
    ['isNumber(true)', false],
    ['isNumber("1")', false],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['abs(a)', '`abs` cannot be called with a text; it is `abs(op)`'],
    ['abs(true)', '`abs` cannot be called with a boolean; it is `abs(op)`'],
    ['sign(a)', '`sign` cannot be called with a text; it is `sign(num)`'],
    ['pow(-8, 0.5)', 'a root of a negative number is no number'],
    ['pow(0, -1)', 'nothing can be divided by zero'],
    ['pow(0.0, -1)', 'nothing can be divided by zero'],
    ['pow(2, -1, 4)', 'the base has no inverse modulo that number'],
    ['pow(2, 2, 0)', 'nothing can be divided by zero'],
    ['pow(2.0, 2, 3)', 'a power modulo a number wants three integers'],
    ['pow(2, 2, 3.0)', 'a power modulo a number wants three integers'],
    ['pow(10.0, 400)', 'a power is too large'],
    ['pow(2, 1000000000000)', 'a value takes more than the limit of 10000 bytes'],
    ['pow(3, pow(10, 2500), pow(10, 2900) + 7)', 'the expression takes more than the limit of 500000 steps'],
    ['max([1], [2])', '`>` cannot be used on a list, a list'],
    ['max([1, 5])', '`max` cannot be called with a list; it is `max(a, b)`'],
    ['hex(1.5)', 'only an integer can be written in hexadecimal digits'],
    ['hex(null)', 'only an integer can be written in hexadecimal digits'],
    ['hex(true)', '`hex` cannot be called with a boolean; it is `hex(num)`'],
    ['int("1.5")', 'a text is not that of an integer'],
    ['int("")', 'a text is not that of an integer'],
    ['int("0x10")', 'a text is not that of an integer'],
    ['int([1])', 'a list cannot be made an integer'],
    ['int(float(inf))', 'infinity and NaN are no integers'],
    ['int(float(nan))', 'infinity and NaN are no integers'],
    ['float("abc")', 'a text is not that of a number'],
    ['float([])', 'a list cannot be made a float'],
    ['float(pow(10, 400))', 'an integer is too large for a float'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('rounding', () => {
  it.each<[string, ExactJson]>([
    ['round(2.5)', floatNumber(2)],
    ['round(3.5)', floatNumber(4)],
    ['round(-2.5)', floatNumber(-2)],
    ['round(2.4)', floatNumber(2)],
    ['round(2.6)', floatNumber(3)],
    ['round(2.675, 2)', 2.67],
    ['round(1.005, 2)', floatNumber(1)],
    ['round(0.125, 2)', 0.12],
    ['round(0.375, 2)', 0.38],
    ['round(1234, -2)', 1200],
    ['round(1250, -2)', 1200],
    ['round(1350, -2)', 1400],
    ['round(-1250, -2)', -1200],
    ['round(-1251, -2)', -1300],
    ['round(99, -2)', 100],
    ['round(50, -2)', 0],
    ['round(51, -2)', 100],
    ['round(5, -5)', 0],
    ['round(5, 2)', 5],
    ['round(5, 0)', 5],
    ['round(1234.5678, -2)', floatNumber(1200)],
    ['round(1234.5678, 2)', 1234.57],
    ['round(2.5, ndigits => 1)', 2.5],
    ['round(1.5, 1000000)', 1.5],
    ['round(1.5, -1000000)', floatNumber(0)],
    ['str(round(-0.4))', '-0.0'],
    ['round(float(inf))', Infinity],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['round(a)', '`round` cannot be called with a text; it is `round(number, [ndigits])`'],
    ['round(2.5, null)', '`round` cannot be called with a float, null; it is `round(number, [ndigits])`'],
    ['round(2.5, 1.0)', '`round` cannot be called with a float, a float; it is `round(number, [ndigits])`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('numbers made of other values', () => {
  it.each<[string, ExactJson]>([
    ['int("1_000_000")', 1000000],
    ['int("1_0_0")', 100],
    ['int("+5")', 5],
    ['int("-5")', -5],
    ['int(" 5 ")', 5],
    ['int(5)', 5],
    ['int(5.7)', 5],
    ['int(-5.7)', -5],
    ['int(true)', 1],
    ['int(null)', 0],
    ['float(1.5)', 1.5],
    ['float(5)', floatNumber(5.0)],
    ['float(true)', floatNumber(1.0)],
    ['float(null)', floatNumber(0.0)],
    ['float("1.5")', 1.5],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['float(pow(10, 400))', 'an integer is too large for a float'],
    ['int("5-")', 'a text is not that of an integer'],
    ['int("1-2")', 'a text is not that of an integer'],
    ['int("--5")', 'a text is not that of an integer'],
    ['int("_5")', 'a text is not that of an integer'],
    ['int("5_")', 'a text is not that of an integer'],
    ['int(float(inf))', 'infinity and NaN are no integers'],
    ['float([1])', 'a list cannot be made a float'],
    ['int([1])', 'a list cannot be made an integer'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

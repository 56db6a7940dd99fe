import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('rounding', () => {
  it.each<[string, ExactJson]>([
    ['round(5)', 5],
    ['round(5, -1)', 0],
    ['round(15, -1)', 20],
    ['round(25, -1)', 20],
    ['round(15, -2)', 0],
    ['round(50, -2)', 0],
    ['round(51, -2)', 100],
    ['round(150, -2)', 200],
    ['round(-15, -1)', -20],
    ['round(5, -2)', 0],
    ['round(999, -3)', 1000],
    ['round(499, -3)', 0],
    ['round(500, -3)', 0],
    ['round(5, 0)', 5],
    ['round(5, 2)', 5],
    ['round(2.5)', floatNumber(2.0)],
    ['round(3.5)', floatNumber(4.0)],
    ['round(-2.5)', floatNumber(-2.0)],
    ['round(2.675, 2)', 2.67],
    ['round(-0.4)', floatNumber(-0.0)],
    ['str(round(-0.4))', '-0.0'],
    ['str(round(0.4))', '0.0'],
    ['round(1234.5678, 2)', 1234.57],
    ['round(1234.5678, -2)', floatNumber(1200.0)],
    ['round(1234.5678, -5)', floatNumber(0.0)],
    ['str(round(-1234.5678, -5))', '-0.0'],
    ['round(1.5, 330)', 1.5],
    ['round(1.5, 331)', 1.5],
    ['round(1.5, -330)', floatNumber(0.0)],
    ['str(round(-1.5, -331))', '-0.0'],
    ['round(1.5, 1)', 1.5],
    ['round(5, -1000000000000)', 0],
    ['round(5, 1000000000000)', 5],
    ['round(5.5, -1000000000000)', floatNumber(0)],
    ['round(1.5, 1000000000000)', 1.5],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['round(1e300, -300)', 'parse: a number is too long, or a letter follows it at once'],
    ['round(1e300, -301)', 'parse: a number is too long, or a letter follows it at once'],
    ['round(1.7e308, -308)', 'parse: a number is too long, or a letter follows it at once'],
    ['round(1e-300, 301)', 'parse: a number is too long, or a letter follows it at once'],
    ['round(5e-324, 330)', 'parse: a number is too long, or a letter follows it at once'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

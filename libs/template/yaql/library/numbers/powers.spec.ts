import type { ExactJson } from '../../../json';
import { floatNumber } from '../../../numbers/written-number';
import { tryYaql } from '../../fixtures/try-yaql';

describe('powers of floats', () => {
  it.each<[string, ExactJson]>([
    ['pow(2, 0.5)', 1.4142135623730951],
    ['pow(0, 0.5)', floatNumber(0.0)],
    ['pow(0.0, 0)', floatNumber(1.0)],
    ['pow(0.0, 0.5)', floatNumber(0.0)],
    ['pow(-2.0, 3)', floatNumber(-8.0)],
    ['pow(-2.0, 2)', floatNumber(4.0)],
    ['pow(1, 0.5)', floatNumber(1.0)],
    ['pow(1.0, float(inf))', floatNumber(1.0)],
    ['pow(0.5, float(inf))', floatNumber(0.0)],
    ['pow(float(inf), -1)', floatNumber(0.0)],
    ['pow(2.0, 1023)', floatNumber(8.98846567431158e307)],
    ['pow(2.0, -1074)', 5e-324],
    ['pow(2.0, -1075)', floatNumber(0.0)],
    ['pow(2.0, -1080)', floatNumber(0.0)],
    ['pow(10.0, 300)', floatNumber(1e300)],
    ['pow(1.1, 100)', 13780.61233982238],
    ['pow(0.9, 100)', 0.000026561398887587544],
    ['pow(1.5, 2.5)', 2.7556759606310752],
    ['pow(3.7, -4.2)', 0.004107265326836053],
    ['pow(123.456, 0.1)', 1.6186435468318296],
    ['pow(0.001, 0.3)', 0.12589254117941673],
    ['pow(1.9999999, 7)', 127.9999552000067],
    ['pow(0.75, 0.5)', 0.8660254037844386],
    ['pow(1.34, 3.3)', 2.62691387619902],
    ['pow(1.33, 3.3)', 2.5627746247878656],
    ['pow(0.5, 3.5)', 0.08838834764831845],
    ['pow(0.3, 12.5)', 2.9108222368310285e-7],
    ['pow(1024.0, 0.1)', floatNumber(2.0)],
    ['pow(7.0, 11.3)', 3544931537.4747405],
    ['pow(1.0000001, 1000000)', 1.1051709126143208],
    ['pow(0.9999999, 1073741824)', 2.3333655292166215e-47],
    ['pow(0.9999999999, 1073741825.0)', 0.89818951531776],
    ['pow(1.0000000001, 2147483648.0)', 1.239549965332011],
    ['pow(1.0000000001, 1073741824.5)', 1.1133507827526623],
    ['pow(0.25, 537)', 5e-324],
    ['pow(4.0, 511.5)', floatNumber(8.98846567431158e307)],
    ['pow(-1.0, 1073741825)', floatNumber(-1.0)],
    ['pow(-1.0, 3)', floatNumber(-1.0)],
    ['pow(-1.0, 4)', floatNumber(1.0)],
    ['pow(0.7, -1.5)', 1.7074694419062768],
    ['str(pow(float(inf), 2))', 'inf'],
    ['str(pow(2.0, float(inf)))', 'inf'],
    ['str(pow(float(inf), 0.5))', 'inf'],
    ['str(6.0 mod 0.5)', '0.0'],
    ['0.75 mod 0.5', 0.25],
    ['-0.75 mod 0.5', 0.25],
    ['0.75 mod -0.5', -0.25],
    ['pow(-1.1, 3)', -1.3310000000000004],
    ['pow(-1.1, 10)', 2.5937424601000023],
    ['pow(-1.7, 13)', -990.4578032905933],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['pow(0.0, -1)', 'nothing can be divided by zero'],
    ['pow(2.0, 1024)', 'a power is too large'],
    ['pow(10.0, 309)', 'a power is too large'],
    ['pow(1e10, 3.3)', 'parse: a number is too long, or a letter follows it at once'],
    ['pow(1e-10, 3.3)', 'parse: a number is too long, or a letter follows it at once'],
    ['pow(1e100, 3.01)', 'parse: a number is too long, or a letter follows it at once'],
    ['pow(1e-100, 3.01)', 'parse: a number is too long, or a letter follows it at once'],
    ['pow(5e-324, 0.5)', 'parse: a number is too long, or a letter follows it at once'],
    ['pow(5e-324, 1)', 'parse: a number is too long, or a letter follows it at once'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('positions in texts', () => {
  it.each<[string, Json]>([
    ['"abc".substring(1)', 'bc'],
    ['"abc".substring(0)', 'abc'],
    ['"abc".substring(1, 1)', 'b'],
    ['"abc".substring(1, 0)', ''],
    ['"abc".substring(-2)', 'bc'],
    ['"abc".substring(-2, 1)', 'b'],
    ['"abc".substring(5)', ''],
    ['"abc".substring(0, -1)', 'abc'],
    ['"abc".substring(-9)', ''],
    ['"abc".substring(-9, 2)', ''],
    ['"abc".substring(-4, 2)', ''],
    ['"abc".substring(start => 1, length => 1)', 'b'],
    ['$.data.uni.substring(2, 1)', '😀'],
    ['$.data.uni.substring(-1)', 'a'],
    ['"abcabc".indexOf(b)', 1],
    ['"abcabc".indexOf(b, 1)', 1],
    ['"abcabc".indexOf(b, 2)', 4],
    ['"abcabc".indexOf(b, -2)', 4],
    ['"abcabc".indexOf(b, -9)', 1],
    ['"abcabc".indexOf(b, 2, 2)', -1],
    ['"abcabc".indexOf(b, 2, 3)', 4],
    ['"abcabc".indexOf(b, 2, -1)', 4],
    ['"abcabc".indexOf(b, -3, 3)', 4],
    ['"abcabc".indexOf(z)', -1],
    ['"abc".indexOf("")', 0],
    ['"abc".indexOf("", 3)', 3],
    ['"abc".indexOf("", 4)', -1],
    ['$.data.uni.indexOf(a)', 3],
    ['$.data.uni.indexOf("😀")', 2],
    ['"abcabc".lastIndexOf(b)', 4],
    ['"abcabc".lastIndexOf(b, 2)', 4],
    ['"abcabc".lastIndexOf(b, 5)', -1],
    ['"abcabc".lastIndexOf(b, 0, 3)', 1],
    ['"abcabc".lastIndexOf(b, 0, -1)', 4],
    ['"abcabc".lastIndexOf(b, -6, 2)', 1],
    ['"abc".lastIndexOf("")', 3],
    ['"abc".lastIndexOf("", 3)', 3],
    ['"abc".lastIndexOf("", 9)', -1],
    ['$.data.uni.lastIndexOf(a)', 3],
    ['"é😀a".substring(1, 1)', '😀'],
    ['"é😀a".substring(-1)', 'a'],
    ['"é😀a".indexOf(a)', 2],
    ['"é😀a😀".lastIndexOf("😀")', 3],
    ['"abcabc".indexOf(c, 3)', 5],
    ['"abcabc".indexOf(c, 3, 2)', -1],
    ['"abcabc".indexOf(c, 3, 3)', 5],
    ['"abcabc".indexOf(c, 3, -1)', 5],
    ['"abcabc".indexOf(c, -1, 1)', 5],
    ['"abcabc".indexOf(a, -3, -1)', 3],
    ['"abcabc".indexOf(a, 5, 0)', -1],
    ['"abcabc".indexOf("", 6)', 6],
    ['"abcabc".indexOf("", 7)', -1],
    ['"abcabc".indexOf("", 2, 0)', 2],
    ['"abcabc".lastIndexOf(a, 1)', 3],
    ['"abcabc".lastIndexOf(a, 0, 3)', 0],
    ['"abcabc".lastIndexOf(a, 0, 4)', 3],
    ['"abcabc".lastIndexOf(a, 4, -1)', -1],
    ['"abc".indexOf(a, 2, -2)', -1],
    ['"abcabc".indexOf(a, 0, 0)', -1],
    ['"abcabc".lastIndexOf(c, 1, -1)', 5],
    ['"abcabc".lastIndexOf(c, 1, 0)', -1],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      '"abc".substring(a)',
      '`substring` cannot be called with a text, a text; it is `string.substring(start, [length])`',
    ],
    [
      '"abc".indexOf(1)',
      '`indexOf` cannot be called with a text, an integer; it is `collection.indexOf(item)` or `string.indexOf(sub, [start])` or `string.indexOf(sub, start, length)`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

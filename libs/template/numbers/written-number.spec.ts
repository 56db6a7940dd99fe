import { exactJsonText } from '../text/exact-json-text';
import {
  floatNumber,
  integerNumber,
  integerPart,
  isInteger,
  isNumber,
  isWritten,
  nearestNumber,
} from './written-number';

describe('a float', () => {
  it.each<[number, string]>([
    [1, '1.0'],
    [-1, '-1.0'],
    [0, '0.0'],
    [-0, '-0.0'],
    [1000, '1000.0'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [-1.5e300, '-1.5e+300'],
    [2 ** 53, '9007199254740992.0'],
    [2 ** 60, '1.152921504606847e+18'],
  ])('without a fraction keeps what it is: %p is %s', (value, text) => {
    const number = floatNumber(value);
    expect(number).toMatchObject({ value, text, isFloat: true });
    expect(String(number)).toBe(text);
  });

  it.each([1.5, -0.25, 1e-7, Infinity, -Infinity, NaN])('of any other kind is a plain number: %p', (value) => {
    expect(floatNumber(value)).toBe(value);
  });
});

describe('an integer', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['+7', 7],
    ['007', 7],
    ['9007199254740991', 2 ** 53 - 1],
    ['-9007199254740991', 1 - 2 ** 53],
    ['0'.repeat(5000), 0],
  ])('that JavaScript can keep is a plain number: %s is %p', (digits, value) => {
    expect(integerNumber(digits)).toBe(value);
  });

  it.each<[string, string]>([
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740992', '-9007199254740992'],
    ['+12345678901234567890', '12345678901234567890'],
    ['-0012345678901234567890', '-12345678901234567890'],
    ['9'.repeat(4300), '9'.repeat(4300)],
    [`-${'9'.repeat(4300)}`, `-${'9'.repeat(4300)}`],
  ])('beyond that keeps its digits: %s', (digits, text) => {
    const number = integerNumber(digits);
    expect(number).toMatchObject({ text, isFloat: false });
    expect(String(number)).toBe(text);
  });

  it('has no more digits than Python reads', () => {
    expect([integerNumber('1'.repeat(4301)), integerNumber(`-${'1'.repeat(4301)}`)]).toEqual([undefined, undefined]);
    expect(integerNumber(`0${'1'.repeat(4300)}`)).toMatchObject({ text: '1'.repeat(4300) });
  });
});

describe('what only JavaScript’s numbers will do for', () => {
  it('gets the nearest number, which is finite', () => {
    const numbers = [1.5, floatNumber(2), integerNumber('9007199254740993')!, integerNumber(`-1${'0'.repeat(400)}`)!];
    expect(numbers.map(nearestNumber)).toEqual([1.5, 2, 2 ** 53, -Number.MAX_VALUE]);
    expect(nearestNumber(integerNumber('1'.repeat(400))!)).toBe(Number.MAX_VALUE);
    expect(JSON.stringify(numbers.slice(0, 3))).toBe('[1.5,2,9007199254740992]');
    expect(exactJsonText(numbers.slice(0, 3))).toBe('[1.5,2.0,9007199254740993]');
  });

  it('can ask what it has', () => {
    const [plain, float, large] = [1, floatNumber(1), integerNumber('9'.repeat(20))];
    expect([plain, float, large, '1', null, { value: 1 }].map(isNumber)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([plain, float, large, NaN, { value: 1, text: '1', isFloat: false }].map(isWritten)).toEqual([
      ...[false, true, true, false, false],
    ]);
    expect([plain, float, large!, 1.5, Infinity].map(isInteger)).toEqual([true, false, true, false, false]);
  });
});

describe('the integer part', () => {
  it.each<[string, ReturnType<typeof integerPart>, ReturnType<typeof integerPart>]>([
    ['an integer', 7, 7],
    ['a fraction', 1.9, 1],
    ['a negative fraction', -1.9, -1],
    ['a small negative fraction', -0.5, 0],
    ['a float', floatNumber(3), 3],
    ['-0.0', floatNumber(-0), 0],
    ['a large float', floatNumber(1e20), integerNumber('100000000000000000000')],
    ['a large integer', integerNumber('-12345678901234567890'), integerNumber('-12345678901234567890')],
    ['infinity', Infinity, undefined],
    ['not a number', NaN, undefined],
  ])('of %s', (_, number, part) => {
    expect(integerPart(number!)).toEqual(part);
    expect(Object.is(integerPart(number!), -0)).toBe(false);
  });
});

import { parseExactJson } from '../reader/parse-exact-json';
import { comparable, leavesRemainder } from './comparable';
import type { ExactNumber } from './written-number';

const numberOf = (json: string): ExactNumber => parseExactJson(json) as ExactNumber;

describe('numbers that are compared', () => {
  it.each([
    ['1', '1.0'],
    ['0', '-0.0'],
    ['1.5', '1.5'],
    ['10000000000000000', '1e16'],
    ['9007199254740992', '9007199254740992.0'],
    ['12345678901234567890', '12345678901234567890'],
  ])('%s is %s', (a, b) => {
    expect(comparable(numberOf(a)) === comparable(numberOf(b))).toBe(true);
  });

  it.each([
    ['9007199254740992.0', '9007199254740993'],
    ['9007199254740992', '9007199254740993'],
    ['-9007199254740993', '-9007199254740992.0'],
    ['1.0', '1.5'],
    ['-1e300', '1.0'],
    ['9007199254740991', '9007199254740992'],
    ['1.5', '12345678901234567890'],
    ['1e308', `1${'0'.repeat(400)}`],
  ])('%s is less than %s', (a, b) => {
    const [less, more] = [comparable(numberOf(a)), comparable(numberOf(b))];
    expect([less < more, less > more, less === more]).toEqual([true, false, false]);
  });

  it('are those too that something else than a template made', () => {
    expect([comparable(2 ** 60), comparable(1e21), comparable(-(2 ** 53))]).toEqual([
      ...[1152921504606846976n, 1000000000000000000000n, -9007199254740992n],
    ]);
    expect([comparable(Infinity), comparable(NaN), comparable(2 ** 53 - 1)]).toEqual([Infinity, NaN, 2 ** 53 - 1]);
  });
});

describe('a remainder', () => {
  it.each([
    ['7', '3', '1', true],
    ['7.0', '3', '1', true],
    ['7', '3', '2', false],
    ['-2', '3', '1', true],
    ['2', '-3', '-1', true],
    ['-3', '3', '0', true],
    ['1.5', '3', '1', false],
    ['12345678901234567890', '10', '0', true],
    ['12345678901234567891', '10', '1', true],
    ['12345678901234567891', '10', '2', false],
    ['-12345678901234567891', '10', '9', true],
    ['1e20', '3', '1', true],
    ['12345678901234567890', '12345678901234567891', '12345678901234567890', true],
    ['5', '12345678901234567891', '5', true],
    ['5.5', '12345678901234567891', '5', false],
    ['5', '12345678901234567891', '6', false],
  ])('of %s by %s is %s: %s', (number, step, remainder, is) => {
    expect(leavesRemainder(numberOf(number), numberOf(step), numberOf(remainder))).toBe(is);
  });

  it('of what is not finite is none', () => {
    expect([Infinity, NaN].map((number) => leavesRemainder(number, 3, 0))).toEqual([false, false]);
    expect(leavesRemainder(Infinity, numberOf('12345678901234567890'), 0)).toBe(false);
  });
});

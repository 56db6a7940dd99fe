import type { ExactJson } from '../json';
import { floatNumber, integerNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import { parseExactJson } from '../reader/parse-exact-json';
import { textLength } from './length';
import { parseBoolean } from './parse-boolean';
import { parseInteger, parseNumber } from './parse-number';
import { pythonInt } from './python-int';
import { compareCodePoints, pythonJson } from './python-json';
import { pythonRepr, pythonText } from './python-repr';
import { isTruthy } from './truth';

describe('numbers as Python prints them', () => {
  it.each<[ExactNumber, string]>([
    [5, '5'],
    [-0.5, '-0.5'],
    [1e100, '1e+100'],
    [1e16, '10000000000000000'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1.5e-7, '1.5e-07'],
    [1.5e300, '1.5e+300'],
    [NaN, 'nan'],
    [-Infinity, '-inf'],
    [1e21, '1e+21'],
    [floatNumber(5), '5.0'],
    [floatNumber(-0), '-0.0'],
    [floatNumber(1e16), '1e+16'],
    [integerNumber('12345678901234567890') ?? 0, '12345678901234567890'],
  ])('%p', (number, text) => {
    expect(pythonText(number)).toBe(text);
  });
});

describe('numbers as Python reads them', () => {
  it.each<[string, ExactNumber | undefined]>([
    ['7', 7],
    [' 007 ', 7],
    ['1_000', 1000],
    ['+5', 5],
    ['-0', 0],
    ['٣', 3],
    ['1e3', floatNumber(1000)],
    ['2.0', floatNumber(2)],
    ['-0.0', floatNumber(-0)],
    ['12345678901234567890', integerNumber('12345678901234567890')],
    ['-12_345_678_901_234_567_890', integerNumber('-12345678901234567890')],
    ['1'.repeat(4301), Infinity],
    ['1e-400', floatNumber(0)],
    ['.5', 0.5],
    ['5.', floatNumber(5)],
    ['Infinity', Infinity],
    ['-inf', -Infinity],
    ['nan', NaN],
    ['1_000.5', 1000.5],
    ['1_0.5_0e-1_0', 10.5e-10],
    ['.5_0', 0.5],
    ['xinf', undefined],
    ['infx', undefined],
    ['1e_3', undefined],
    ['._5', undefined],
    ['٠٩', 9],
    ['１２', 12],
    ['𝟘𝟡𝟙', 91],
    ['', undefined],
    ['0x10', undefined],
    ['1__0', undefined],
    ['1,5', undefined],
    ['e3', undefined],
  ])('%j', (text, number) => {
    expect(parseNumber(text)).toEqual(number);
  });

  it('and integers have no point', () => {
    expect(['5', '5.0', 'x', '1'.repeat(4301)].map(parseInteger)).toEqual([5, undefined, undefined, undefined]);
    expect(parseInteger('9'.repeat(4300))).toEqual(integerNumber('9'.repeat(4300)));
  });

  it('and what is made an integer loses its fraction', () => {
    const values = [7, 1.9, -1.9, floatNumber(3), integerNumber('9'.repeat(20)) ?? null, '12', true, false];
    expect(values.map(pythonInt)).toEqual([7, 1, -1, 3, 1e20, 12, 1, 0]);
    expect([NaN, Infinity, '3.0', 'x', null, [1], { a: 1 }].map(pythonInt)).toEqual(Array(7).fill(undefined));
  });
});

describe('other values as Python prints them', () => {
  it.each<[ExactJson, string]>([
    [null, 'None'],
    [true, 'True'],
    [{ a: [1, 'x', { b: null }] }, "{'a': [1, 'x', {'b': None}]}"],
    ["it's", '"it\'s"'],
    [`it's "x"`, `'it\\'s "x"'`],
    ['a\n\t\\\u0001é', "'a\\n\\t\\\\\\x01é'"],
  ])('%j', (value, text) => {
    expect(pythonRepr(value)).toBe(text);
  });

  it('but a text is itself', () => {
    expect(pythonText("it's")).toBe("it's");
  });

  it('and as JSON with sorted keys and nothing but printable ASCII', () => {
    const value = { b: [1, 2.5, null, true], a: 'é"\\\u007f😀', c: {} };
    expect(pythonJson(value)).toBe('{"a": "\\u00e9\\"\\\\\\u007f\\ud83d\\ude00", "b": [1, 2.5, null, true], "c": {}}');
    expect(pythonJson([NaN, Infinity, -Infinity])).toBe('[NaN, Infinity, -Infinity]');
    expect(pythonJson([1e-7, 1.5e-7, 1e15, 2 ** 60])).toBe('[1e-07, 1.5e-07, 1000000000000000, 1152921504606847000]');
    const numbers = '[1.0, -0.0, 1e+16, 12345678901234567890, {"a": 2.0}]';
    expect(pythonJson(parseExactJson(numbers))).toBe(numbers);
    expect(pythonRepr(parseExactJson(numbers))).toBe(numbers.replaceAll('"', "'"));
  });

  it('keys go by code points, not by UTF-16 units', () => {
    expect(['\uffff', '😀', 'b', 'a', 'ab'].sort(compareCodePoints)).toEqual(['a', 'ab', 'b', '\uffff', '😀']);
  });
});

describe('truth, words and lengths', () => {
  it('is Python’s truth', () => {
    expect([null, '', 0, [], {}, false, undefined].map(isTruthy)).toEqual(Array(7).fill(false));
    expect(['false', 1, [0], { a: 0 }, true].map(isTruthy)).toEqual(Array(5).fill(true));
    expect([floatNumber(0), floatNumber(-0), floatNumber(1)].map(isTruthy)).toEqual([false, false, true]);
    expect(isTruthy(integerNumber('9'.repeat(20)))).toBe(true);
  });

  it('reads the words that oslo.utils takes for booleans', () => {
    expect([' Yes ', 'T', '1', 'on'].map(parseBoolean)).toEqual([true, true, true, true]);
    expect(['NO', 'f', '0', 'Off'].map(parseBoolean)).toEqual([false, false, false, false]);
    expect(['', '2', 'maybe'].map(parseBoolean)).toEqual([undefined, undefined, undefined]);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(['', 'abc', 'é', '😀😀', '\ud83d'].map(textLength)).toEqual([0, 3, 1, 2, 1]);
  });
});

import type { Json } from '#contracts';
import { textLength } from './length';
import { parseBoolean } from './parse-boolean';
import { parseInteger, parseNumber } from './parse-number';
import { compareCodePoints, pythonJson } from './python-json';
import { pythonRepr, pythonText } from './python-repr';
import { isTruthy } from './truth';

describe('numbers as Python prints them', () => {
  it.each<[number, string]>([
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
  ])('%p', (number, text) => {
    expect(pythonText(number)).toBe(text);
  });
});

describe('numbers as Python reads them', () => {
  it.each<[string, number | undefined]>([
    ['7', 7],
    [' 007 ', 7],
    ['1_000', 1000],
    ['+5', 5],
    ['-0', 0],
    ['٣', 3],
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    ['Infinity', Infinity],
    ['-inf', -Infinity],
    ['nan', NaN],
    ['', undefined],
    ['0x10', undefined],
    ['1__0', undefined],
    ['1,5', undefined],
    ['e3', undefined],
  ])('%j', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it('and integers have no point', () => {
    expect([parseInteger('5'), parseInteger('5.0'), parseInteger('x')]).toEqual([5, undefined, undefined]);
  });
});

describe('other values as Python prints them', () => {
  it.each<[Json, string]>([
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
  });

  it('keys go by code points, not by UTF-16 units', () => {
    expect(['\uffff', '😀', 'b', 'a', 'ab'].sort(compareCodePoints)).toEqual(['a', 'ab', 'b', '\uffff', '😀']);
  });
});

describe('truth, words and lengths', () => {
  it('is Python’s truth', () => {
    expect([null, '', 0, [], {}, false, undefined].map(isTruthy)).toEqual(Array(7).fill(false));
    expect(['false', 1, [0], { a: 0 }, true].map(isTruthy)).toEqual(Array(5).fill(true));
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

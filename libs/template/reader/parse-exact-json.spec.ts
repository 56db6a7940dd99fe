import type { ExactJson } from '../json';
import { floatNumber, integerNumber, isWritten } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import { parseExactJson, TooManyDigits } from './parse-exact-json';

describe('JSON that is read exactly', () => {
  it.each<[string, ExactNumber | undefined]>([
    ['1.0', floatNumber(1)],
    ['-0.0', floatNumber(-0)],
    ['1.00', floatNumber(1)],
    ['10.0', floatNumber(10)],
    ['1e2', floatNumber(100)],
    ['1E2', floatNumber(100)],
    ['1e+2', floatNumber(100)],
    ['100e-2', floatNumber(1)],
    ['1.5e1', floatNumber(15)],
    ['1.9999999999999999', floatNumber(2)],
    ['123456789012345.996', floatNumber(123456789012346)],
    ['12345678901234567.5', floatNumber(12345678901234568)],
    ['9007199254740992', integerNumber('9007199254740992')],
    ['-12345678901234567890', integerNumber('-12345678901234567890')],
  ])('keeps %s, wherever it stands', (text, number = 0) => {
    expect(isWritten(number)).toBe(true);
    expect(parseExactJson(text)).toEqual(number);
    expect(parseExactJson(` ${text}\n`)).toEqual(number);
    expect(parseExactJson(`[${text}]`)).toEqual([number]);
    expect(parseExactJson(`[ ${text} ]`)).toEqual([number]);
    expect(parseExactJson(`[0,${text},0]`)).toEqual([0, number, 0]);
    expect(parseExactJson(`{"a":${text}}`)).toEqual({ a: number });
    expect(parseExactJson(`{"a" :\t${text}\n}`)).toEqual({ a: number });
  });

  it.each<[string, ExactJson]>([
    ['1', 1],
    ['-0', 0],
    ['1.5', 1.5],
    ['1.05', 1.05],
    ['1.0e-7', 1e-7],
    ['9007199254740991', 9007199254740991],
    ['1e400', Infinity],
  ])('has plain numbers for all others: %s', (text, number) => {
    const read = parseExactJson(`[${text}, 2.0]`) as ExactJson[];
    expect(isWritten(read[0])).toBe(false);
    expect(read).toEqual([number, floatNumber(2)]);
    expect(parseExactJson(text) === number).toBe(true);
  });

  it.each(['["1.0", "a, 1.0", " 1e5 ", "[12345678901234567890]"]', '{"1.0": "10.0.0.1", "a": "1e5"}'])(
    'takes no text for a number: %s',
    (text) => {
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    },
  );

  it('is what JSON.parse makes of everything else', () => {
    const text = `{"a\\n\\"": [true, false, null, [], {}, [[1]], "\\u00e9\\\\", "x: [1.0, {"], "": {"b" : { "c":-1 } } , "e": 1.50}`;
    expect(parseExactJson(`[${text}, 1.0]`)).toEqual([JSON.parse(text), floatNumber(1)]);
  });

  it('takes the last of two equal keys, and __proto__ as a key like any other', () => {
    const read = parseExactJson('{"a": 1.0, "b": 2, "a": 3.0, "__proto__": 4.0}') as Record<string, ExactJson>;
    expect(Object.entries(read)).toEqual([
      ['a', floatNumber(3)],
      ['b', 2],
      ['__proto__', floatNumber(4)],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it.each(['', '[1.0', '{"a": 1.0,}', '01.0', '1.', '.5', '[1.0 2]', 'NaN', "{'a': 1.0}"])('refuses %j', (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });

  it('refuses an integer of more digits than Python reads, and says so', () => {
    const digits = '1'.repeat(4300);
    expect(parseExactJson(`[${digits}]`)).toEqual([integerNumber(digits)]);
    expect(() => parseExactJson(`[${digits}1]`)).toThrow(
      new TooManyDigits('an integer has more than the limit of 4300 digits'),
    );
  });

  it('is not harmed by hundreds of thousands of levels, or by a text of megabytes', () => {
    const depth = 300_000;
    let read = parseExactJson(`${'['.repeat(depth)}1.0${']'.repeat(depth)}`);
    for (let level = 0; level < depth; level += 1) read = (read as ExactJson[])[0] ?? null;
    expect(read).toEqual(floatNumber(1));
    const text = 'x\\"'.repeat(3_000_000);
    expect(parseExactJson(`["${text}", 1.0]`)).toEqual([JSON.parse(`"${text}"`), floatNumber(1)]);
  });
});

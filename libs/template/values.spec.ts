import { parseExactJson } from './reader/parse-exact-json';
import { isKnown, isMap, isPlain, plainJson, UNKNOWN, withoutUnknown } from './values';
import type { Value } from './values';

const WRITTEN = parseExactJson('{"a": [1.0, {"b": 12345678901234567890}], "__proto__": -0.0, "c": null}');

describe('plain JSON', () => {
  it('has the nearest number for what was written otherwise', () => {
    expect(JSON.stringify(plainJson(WRITTEN))).toBe('{"a":[1,{"b":12345678901234567000}],"__proto__":0,"c":null}');
    expect(plainJson(parseExactJson('2.0'))).toBe(2);
  });

  it('is itself where there is nothing of that kind', () => {
    const value = { a: [1, { b: 'x' }], c: null };
    expect(plainJson(value)).toBe(value);
  });

  it('holds neither written numbers nor what is not known', () => {
    const plain: Value[] = [{ a: [1.5, null, 'x', true] }, [], 0];
    expect(plain.map(isPlain)).toEqual([true, true, true]);
    const others: Value[] = [WRITTEN, [WRITTEN], UNKNOWN, { a: [UNKNOWN] }];
    expect(others.map(isPlain)).toEqual([false, false, false, false]);
  });
});

describe('a number that was written otherwise', () => {
  it('is known, and no map', () => {
    expect([isKnown(WRITTEN), isKnown([WRITTEN, UNKNOWN])]).toEqual([true, false]);
    const values: (Value | undefined)[] = [WRITTEN, parseExactJson('1.0'), [], null, UNKNOWN, undefined];
    expect(values.map(isMap)).toEqual([...[true, false, false, false, false, false]]);
    expect(withoutUnknown([WRITTEN, UNKNOWN])).toEqual([WRITTEN, null]);
  });
});

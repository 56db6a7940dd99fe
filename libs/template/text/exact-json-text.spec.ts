import { floatNumber, integerNumber } from '../numbers/written-number';
import { exactJsonText } from './exact-json-text';

describe('JSON that is written exactly', () => {
  it.each<[unknown, string]>([
    [floatNumber(1), '1.0'],
    [{ a: [floatNumber(-0), { b: integerNumber('12345678901234567890') }] }, '{"a":[-0.0,{"b":12345678901234567890}]}'],
    [[floatNumber(1e16), 1.5, 1, NaN, true, null, 'é\n"', [], {}], '[1e+16,1.5,1,null,true,null,"é\\n\\"",[],{}]'],
    [{ a: undefined, '"': floatNumber(2), c: undefined }, '{"\\"":2.0}'],
  ])('%#', (value, text) => {
    expect(exactJsonText(value)).toBe(text);
  });

  it('is what JSON.stringify makes of everything else', () => {
    const value = { a: undefined, b: [1, 1.5, 'x', null], c: {} };
    expect(exactJsonText(value)).toBe(JSON.stringify(value));
  });
});

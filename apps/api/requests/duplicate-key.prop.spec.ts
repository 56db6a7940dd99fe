import fc from '../../../test/support/fast-check';
import { findDuplicateKey } from './duplicate-key';

describe('a key that is there twice', () => {
  it.each([
    ['{"a": 1, "a": 2}', '/a'],
    ['{"a": {"b": [0, {"c/d": 1, "x": {}, "c\\u002fd": 2}]}}', '/a/b/1/c~1d'],
    ['{"__proto__": 1, "__proto__": 2}', '/__proto__'],
    ['[[], {"": 1, "": 1}]', '/1/'],
    ['{"a\\"": "a", "a\\"" : 2}', '/a"'],
  ])('is found in %s', (text, path) => {
    expect(findDuplicateKey(text)).toMatchObject({ path });
  });

  it.each([
    '{"a": "a", "b": "a:"}',
    '[{"a": 1}, {"a": 1}]',
    '{"a": {"a": {"a": ["a", "a"]}}}',
    '"a"',
    '{"a": "\\"a\\":"}',
  ])('is not seen in %s', (text) => {
    expect(findDuplicateKey(text)).toBeUndefined();
  });

  it('is never seen in what JavaScript writes', () => {
    fc.assert(fc.property(fc.json({ depthSize: 'large' }), (text) => findDuplicateKey(text) === undefined));
  });

  it('is found wherever it is put', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(object, fc.nat(), (whole, index) => {
        const names = Object.keys(whole);
        const name = JSON.stringify(names[index % names.length]);
        const text = JSON.stringify([whole]);
        const twice = `${text.slice(0, -2)}, ${name}: null}]`;
        expect(findDuplicateKey(twice)?.path).toMatch(/^\/0\//);
      }),
    );
  });
});

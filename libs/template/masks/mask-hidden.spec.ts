import fc from '../../../test/support/fast-check';
import type { Json } from '#contracts';
import { hiddenTexts } from './hidden-texts';
import { maskHidden } from './mask-hidden';

describe('masking hidden values', () => {
  it('replaces every place of every hidden text, and no other', () => {
    expect(maskHidden('pass hunter2, again hunter2; key k3y', ['hunter2', 'k3y'])).toBe(
      'pass ******, again ******; key ******',
    );
  });

  it.each([
    ['one is the beginning of another', 'it is abcdef!', ['abc', 'abcdef'], 'it is ******!'],
    ['one is the end of another', 'it is abcdef!', ['def', 'abcdef'], 'it is ******!'],
    ['two overlap', 'it is abcdef!', ['abcd', 'cdef'], 'it is ******!'],
    ['three overlap in a row', 'abcdefgh', ['def', 'abcd', 'fgh'], '******'],
    ['one overlaps itself', 'xx-xx-xx!', ['xx-xx'], '******!'],
    ['two stand side by side', 'abcdef', ['def', 'abc'], '************'],
    ['one is the mask', 'abc and ***', ['abc', '***'], '****** and ******'],
    ['one is empty', 'abc', [''], 'abc'],
  ])('leaves nothing over where %s', (_, text, hidden, masked) => {
    expect(maskHidden(text, hidden)).toBe(masked);
    expect(maskHidden(text, [...hidden].reverse())).toBe(masked);
  });

  it('shows exactly the characters that no hidden text covers, in whichever order those are given', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
    const secrets = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(letters, secrets, (text, hidden) => {
        const masked = maskHidden(text, hidden);
        const isCovered = Array.from(text, () => false);
        for (const secret of hidden) {
          for (const { index } of text.matchAll(new RegExp(`(?=${secret})`, 'g'))) {
            isCovered.fill(true, index, index + secret.length);
          }
        }
        expect(masked.replaceAll('*', '')).toBe(
          Array.from(text)
            .filter((_, index) => !isCovered[index])
            .join(''),
        );
        expect(maskHidden(text, [...hidden].reverse())).toBe(masked);
      }),
    );
  });

  it.each([
    ['`cGxhbnRlZA`', '`******`'],
    ['the text `xx plan…`', 'the text `xx ******…`'],
    ['pla…, plante…, and pl… plant', '******…, ******…, and pl… plant'],
    ['plaplante…', 'pla******…'],
    ['planted…', '******…'],
  ])('leaves nothing of one in another form, or cut: %s', (words, masked) => {
    expect(maskHidden(words, hiddenTexts(['planted']))).toBe(masked);
  });

  it('leaves nothing of what is deep inside of large values, without writing those down at each depth', () => {
    const deep = Array.from({ length: 150 }).reduce<Json>((inner) => [inner, 'x'.repeat(10_000)], 'planted');
    const hidden = hiddenTexts([deep]);
    expect(hidden.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(30_000_000);
    expect(maskHidden('it is planted', hidden)).toBe('it is ******');
    expect(maskHidden('[["planted", 1], "k"]', hiddenTexts([[['planted', 1], 'k']]))).toBe('******');
  });

  it('leaves nothing of one of several lines that was written on one', () => {
    const hidden = hiddenTexts(['first\nsecond "line"']);
    const words = 'found first\\nsecond "line" and first\\nsec…';
    expect(maskHidden(words, hidden)).toBe('found ****** and ******…');
  });
});

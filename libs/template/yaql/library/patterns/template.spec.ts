import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('what stands in place of matches', () => {
  it.each<[string, Json]>([
    ['regex("x*").replace("😀a", "-")', '-😀-a-'],
    ['regex("x*").replace("axb", "-")', '-a--b-'],
    ['regex("(a)").replace("a", "[\\\\1]")', '[a]'],
    ['regex("(a)|b").replace("ab", "[\\\\1]")', '[a][]'],
    ['regex("(a)").replace("a", "[\\\\g<1>]")', '[a]'],
    ['regex("(a)").replace("a", "[\\\\g<0>]")', '[a]'],
    ['regex("(?P<x>a)").replace("a", "[\\\\g<x>]")', '[a]'],
    ['regex("(?P<x1>a)").replace("a", "[\\\\g<x1>]")', '[a]'],
    [
      'regex("a").replace("a", "\\\\a|\\\\b|\\\\f|\\\\n|\\\\r|\\\\t|\\\\v|\\\\\\\\")',
      '\x07|\x08|\x0c|\n|\r|\t|\x0b|\\',
    ],
    ['regex("a").replace("a", "\\\\07")', '\x07'],
    ['regex("a").replace("a", "\\\\101")', 'A'],
    ['regex("a").replace("a", "\\\\0")', '\x00'],
    ['regex("a").replace("a", "\\\\.")', '\\.'],
    ['regex("a").replaceBy("aba", $.value + "x", 1)', 'axba'],
    ['regex("a").replaceBy("aba", null)', 'b'],
    ['regex("a").replace("aaa", "b", 2)', 'bba'],
    ['regex("a").replace("aaa", "b", -1)', 'aaa'],
    ['regex("a").replace("aaa", "b", 0)', 'bbb'],
    ['"aaa".replace(regex("a"), "b", 2)', 'bba'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['regex("(a)").replace("a", "[\\\\g<1x>]")', 'the regular expression has no group `1x`'],
    ['regex("(a)").replace("a", "[\\\\g<x1>]")', 'the regular expression has no group `x1`'],
    ['regex("(a)").replace("a", "[\\\\g<>]")', 'the regular expression has no group ``'],
    ['regex("(a)").replace("a", "[\\\\g<toString>]")', 'the regular expression has no group `toString`'],
    ['regex("(a)").replace("a", "[\\\\g<2>]")', 'the regular expression has no group 2'],
    ['regex("(a)").replace("a", "\\\\2")', 'the regular expression has no group 2'],
    ['regex("a").replace("a", "\\\\7")', 'the regular expression has no group 7'],
    ['regex("a").replace("a", "x\\\\")', '`\\` means nothing in a replacement'],
    ['regex("a").replaceBy("aba", 1)', 'what stands in place of a match must be a text; make one with `str(…)`'],
    ['regex(a).replace(a, "\\\\q")', '`\\q` means nothing in a replacement'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

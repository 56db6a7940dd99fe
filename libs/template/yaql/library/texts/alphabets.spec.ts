import type { Json } from '#contracts';
import { tryYaql } from '../../fixtures/try-yaql';

describe('alphabets', () => {
  it.each<[string, Json]>([
    ['characters(digits => true).join("")', '0123456789'],
    ['characters(octdigits => true, hexdigits => true).len()', 22],
    ['characters(asciiLowercase => true).len()', 26],
    ['characters(asciiUppercase => true).first()', 'A'],
    ['characters(asciiLetters => true).len()', 52],
    ['characters(punctuation => true).len()', 32],
    ['characters(printable => true).len()', 100],
    ['characters(whitespace => true).len()', 6],
    ['characters(digits => null)', []],
    ['characters()', []],
    ['characters(octdigits => true).toList().orderBy($).join("")', '01234567'],
    ['characters(digits => true).toList().orderBy($).join("")', '0123456789'],
    ['characters(hexdigits => true).toList().orderBy($).join("")', '0123456789ABCDEFabcdef'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    [
      'characters(true, digits => false).len()',
      '`characters` cannot be called with a boolean, a boolean; it is `characters([digits], [hexdigits], [asciiLowercase], [asciiUppercase], [asciiLetters], [letters], [octdigits], [punctuation], [printable], [lowercase], [uppercase], [whitespace])`',
    ],
    [
      'characters(letters => true)',
      'there are no `letters` characters; `asciiLetters`, `asciiLowercase` and `asciiUppercase` there are',
    ],
    [
      'characters(lowercase => true)',
      'there are no `lowercase` characters; `asciiLetters`, `asciiLowercase` and `asciiUppercase` there are',
    ],
    [
      'characters(uppercase => true)',
      'there are no `uppercase` characters; `asciiLetters`, `asciiLowercase` and `asciiUppercase` there are',
    ],
    [
      'characters(1)',
      '`characters` cannot be called with an integer; it is `characters([digits], [hexdigits], [asciiLowercase], [asciiUppercase], [asciiLetters], [letters], [octdigits], [punctuation], [printable], [lowercase], [uppercase], [whitespace])`',
    ],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

import { valueFault } from '../../fault';
import type { YaqlFunction } from '../../runtime/yaql-function';
import { Sequence } from '../../values/value';
import { fn, optional } from '../define';
import { BOOLEAN_OR_NULL } from '../types';
import { charactersOf } from './characters';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const WHITESPACE = ' \t\n\r\v\f';

/** In the order of the function's parameters; those without characters depend on the language, and Python 3 has none. */
const ALPHABETS: readonly (readonly [name: string, characters: string | undefined])[] = [
  ['digits', DIGITS],
  ['hexdigits', `${DIGITS}abcdefABCDEF`],
  ['asciiLowercase', LOWER],
  ['asciiUppercase', UPPER],
  ['asciiLetters', `${LOWER}${UPPER}`],
  ['letters', undefined],
  ['octdigits', '01234567'],
  ['punctuation', PUNCTUATION],
  ['printable', `${DIGITS}${LOWER}${UPPER}${PUNCTUATION}${WHITESPACE}`],
  ['lowercase', undefined],
  ['uppercase', undefined],
  ['whitespace', WHITESPACE],
];

/** `characters(digits => true, …)`: the characters of some kinds, each once. */
export const ALPHABET_FUNCTIONS: readonly YaqlFunction[] = [
  fn(
    'characters',
    ALPHABETS.map(([name]) => optional(name, BOOLEAN_OR_NULL)),
    (wanted) => {
      const chosen = ALPHABETS.filter((_alphabet, index) => wanted[index] === true);
      return new Sequence([
        ...new Set(chosen.flatMap(([name, characters]) => charactersOf(characters ?? refuse(name)))),
      ]);
    },
  ),
];

function refuse(name: string): never {
  throw valueFault(
    `there are no \`${name}\` characters; \`asciiLetters\`, \`asciiLowercase\` and \`asciiUppercase\` there are`,
  );
}

import { PatternFault } from './pattern';
import type { CharTest } from './pattern';

/** Python's classes of characters are about all of Unicode. */
const CLASSES: ReadonlyMap<string, CharTest> = new Map([
  ...withOpposite('d', /\p{Nd}/u),
  ...withOpposite('w', /[\p{L}\p{N}_]/u),
  // eslint-disable-next-line no-control-regex -- Python takes the separators among the control characters for blanks
  ...withOpposite('s', /[\s\x0b\x1c-\x1f\x85\p{Z}]/u),
]);

function withOpposite(letter: string, form: RegExp): [string, CharTest][] {
  const test: CharTest = (code) => form.test(String.fromCodePoint(code));
  return [
    [letter, test],
    [letter.toUpperCase(), (code) => !test(code)],
  ];
}

export const isWordCharacter: CharTest = (code) => CLASSES.get('w')?.(code) === true;

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const HEXADECIMAL: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** An escape that stands for a character or a class of them, and how long it is. */
export interface Escape {
  readonly length: number;
  /** The code point, where it is a single character. */
  readonly code?: number;
  readonly test: CharTest;
}

/** Reads the escape at the start of a text, which begins with a backslash. */
export function readEscape(text: string): Escape {
  const char = String.fromCodePoint(text.codePointAt(1) ?? 0);
  const test = CLASSES.get(char);
  if (test !== undefined) return { length: 2, test };
  const control = CONTROLS[char];
  if (control !== undefined) return single(2, control);
  const digits = HEXADECIMAL[char];
  if (digits !== undefined) return coded(text, digits);
  if (char === '0') return octal(text);
  if (text.length < 2 || /[a-zA-Z0-9]/.test(char))
    throw new PatternFault(`the escape \`\\${text.charAt(1)}\` is not known`);
  return single(1 + char.length, char.codePointAt(0) ?? 0);
}

function coded(text: string, digits: number): Escape {
  const hexadecimal = text.slice(2, 2 + digits);
  const code = parseInt(hexadecimal, 16);
  if (/^[0-9a-fA-F]+$/.test(hexadecimal) && hexadecimal.length === digits && code <= 0x10ffff) {
    return single(2 + digits, code);
  }
  throw new PatternFault(`the escape \`${text.slice(0, 2 + digits)}\` is not complete`);
}

function octal(text: string): Escape {
  const [digits = '0'] = /^[0-7]{1,3}/.exec(text.slice(1)) ?? [];
  return single(1 + digits.length, parseInt(digits, 8));
}

function single(length: number, code: number): Escape {
  return { length, code, test: (other) => other === code };
}

/** Reads the brackets at the start of a text: the test, and how long they are. */
export function readBrackets(text: string): { readonly length: number; readonly test: CharTest } {
  const negated = text.startsWith('[^');
  const tests: CharTest[] = [];
  let index = negated ? 2 : 1;
  const first = index;
  while (text[index] !== ']' || index === first) {
    const item = readItem(text.slice(index));
    tests.push(item.test);
    index += item.length;
  }
  const isOne: CharTest = (code) => tests.some((test) => test(code));
  return { length: index + 1, test: negated ? (code) => !isOne(code) : isOne };
}

/** One character, a class or a range. */
function readItem(text: string): Escape {
  const low = readMember(text);
  const rest = text.slice(low.length);
  if (!rest.startsWith('-') || rest.startsWith('-]')) return low;
  const high = readMember(rest.slice(1));
  if (low.code === undefined || high.code === undefined || low.code > high.code) {
    throw new PatternFault(`\`${text.slice(0, low.length + 1 + high.length)}\` is no range of characters`);
  }
  const [from, to] = [low.code, high.code];
  return { length: low.length + 1 + high.length, test: (code) => code >= from && code <= to };
}

function readMember(text: string): Escape {
  const code = text.codePointAt(0);
  if (code === undefined) throw new PatternFault('missing closing ]');
  // Between brackets it is the control character.
  if (text.startsWith('\\b')) return single(2, 8);
  return text.startsWith('\\') ? readEscape(text) : single(String.fromCodePoint(code).length, code);
}

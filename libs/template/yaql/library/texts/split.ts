import { valueFault } from '../../fault';
import { charactersOf } from './characters';

/** What Python takes for blank. */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`);
const LEADING = new RegExp(`^${SPACE}+`);
const ONE_SPACE = new RegExp(`^${SPACE}$`);

export type Side = 'left' | 'right';

/** The parts between separators, or between runs of blanks where there is no separator; at most so many cuts. */
export function splitText(text: string, separator: string | null, most: bigint, from: Side): string[] {
  if (separator === '') throw valueFault('a separator cannot be an empty text');
  const cuts = most < 0n ? Infinity : Number(most);
  if (separator === null) return from === 'left' ? splitBlanks(text, cuts) : splitBlanksFromRight(text, cuts);
  const parts = text.split(separator);
  const joined = parts.length - 1 - cuts;
  if (joined <= 0) return parts;
  if (from === 'left') return [...parts.slice(0, cuts), parts.slice(cuts).join(separator)];
  return [parts.slice(0, joined + 1).join(separator), ...parts.slice(joined + 1)];
}

function splitBlanks(text: string, cuts: number): string[] {
  const parts: string[] = [];
  let rest = text.replace(LEADING, '');
  while (parts.length < cuts) {
    const blank = SPACES.exec(rest);
    if (blank === null) break;
    parts.push(rest.slice(0, blank.index));
    rest = rest.slice(blank.index + blank[0].length);
  }
  return rest === '' ? parts : [...parts, rest];
}

function splitBlanksFromRight(text: string, cuts: number): string[] {
  return splitBlanks(reversed(text), cuts).map(reversed).reverse();
}

function reversed(text: string): string {
  return charactersOf(text).reverse().join('');
}

/** Without the characters at its ends that are among some, or that are blank. */
export function strip(text: string, characters: string | null, sides: readonly Side[] = ['left', 'right']): string {
  const all = charactersOf(text);
  const stays = (character: string): boolean =>
    !(characters === null ? ONE_SPACE.test(character) : characters.includes(character));
  const start = sides.includes('left') ? all.findIndex(stays) : 0;
  const end = sides.includes('right') ? all.findLastIndex(stays) + 1 : all.length;
  return start === -1 ? '' : all.slice(start, end).join('');
}

import { setEntry } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { floatNumber, integerNumber, MOST_DIGITS } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import { closingQuote } from './json-positions';

/**
 * Finds every number that JavaScript cannot keep: with a fraction of zeros or an exponent, or of many digits, as a
 * fraction may be rounded away. Texts that look like one, in a list perhaps, cost some time and nothing else.
 */
const MAY_BE_WRITTEN = /(?:^|[:,[\s])-?(?:\d+\.0+|\d+(?:\.\d+)?[eE][-+]?\d+|[\d.]{16,})(?=[,\]}\s]|$)/;

/**
 * As `JSON.parse`, which does all the work where it can, but numbers are as they were written. Throws
 * `TooManyDigits` besides.
 */
export function parseExactJson(text: string): ExactJson {
  const value = JSON.parse(text) as ExactJson;
  return MAY_BE_WRITTEN.test(text) ? new ExactParse(text).value() : value;
}

/** A list or a map that is being read. */
type Open = { readonly list: ExactJson[] } | { readonly map: ExactObject; key: string | undefined };

const WORD = /[^\s,:[\]{}"]+/y;

/** Reads a text that is valid JSON. However deep it nests, nothing calls itself. */
class ExactParse {
  private readonly document: ExactJson[] = [];
  private readonly around: Open[] = [];
  private open: Open = { list: this.document };

  constructor(private readonly text: string) {}

  value(): ExactJson {
    for (let at = 0; at < this.text.length; at = this.next(at));
    return this.document[0] ?? null;
  }

  /** Reads what begins there; where it ends. */
  private next(at: number): number {
    const char = this.text.charAt(at);
    if (char === '"') return this.string(at);
    if (char === '[') this.enter({ list: [] });
    else if (char === '{') this.enter({ map: {}, key: undefined });
    else if (char === ']' || char === '}') this.leave();
    else if (char > ' ' && char !== ',' && char !== ':') return this.word(at);
    return at + 1;
  }

  private enter(inner: Open): void {
    this.around.push(this.open);
    this.open = inner;
  }

  private leave(): void {
    const inner = this.open;
    this.open = this.around.pop() ?? inner;
    this.put('list' in inner ? inner.list : inner.map);
  }

  private put(value: ExactJson): void {
    const { open } = this;
    if ('list' in open) open.list.push(value);
    else {
      setEntry(open.map, open.key ?? '', value);
      open.key = undefined;
    }
  }

  private string(at: number): number {
    const end = endOfString(this.text, at);
    const quoted = this.text.slice(at, end);
    const string = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
    if ('map' in this.open && this.open.key === undefined) this.open.key = string;
    else this.put(string);
    return end;
  }

  /** A number, or a name. */
  private word(at: number): number {
    WORD.lastIndex = at;
    const [word = ''] = WORD.exec(this.text) ?? [];
    this.put(/^[a-z]/.test(word) ? (JSON.parse(word) as boolean | null) : numberOf(word));
    return at + word.length;
  }
}

/** Behind the closing quote. Most texts have no backslash in them, so that the next quote is it. */
function endOfString(text: string, start: number): number {
  const quote = text.indexOf('"', start + 1);
  return (text[quote - 1] === '\\' ? closingQuote(text, start) : quote) + 1;
}

/** As Python has it, an integer that is too long makes its text no JSON. */
export class TooManyDigits extends SyntaxError {}

function numberOf(word: string): ExactNumber {
  const number = /[.eE]/.test(word) ? floatNumber(Number(word)) : integerNumber(word);
  if (number !== undefined) return number;
  throw new TooManyDigits(`an integer has more than the limit of ${MOST_DIGITS} digits`);
}

import { objectOf } from '../json';
import type { ExactJson } from '../json';
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
interface Open {
  readonly values: ExactJson[];
  /** Of a map; there is one more than values while an entry's value is read. */
  readonly keys: string[] | undefined;
}

/** What stands between values, or a number or a name. */
const WORD = /[\s,:]+|[^\s,:[\]{}"]+/y;

/** Reads a text that is valid JSON. However deep it nests, nothing calls itself. */
class ExactParse {
  private readonly document: Open = { values: [], keys: undefined };
  private readonly open: Open[] = [];
  private current = this.document;

  constructor(private readonly text: string) {}

  value(): ExactJson {
    for (let at = 0; at < this.text.length; at = this.next(at));
    return this.document.values[0] ?? null;
  }

  /** Reads what begins there; where it ends. */
  private next(at: number): number {
    const { text } = this;
    switch (text.charAt(at)) {
      case '[':
      case '{':
        return this.enter(at);
      case ']':
      case '}':
        this.leave();
        return at + 1;
      case '"':
        return this.string(at);
      default:
        return this.word(at);
    }
  }

  private enter(at: number): number {
    this.open.push(this.current);
    this.current = { values: [], keys: this.text[at] === '{' ? [] : undefined };
    return at + 1;
  }

  private leave(): void {
    const { values, keys } = this.current;
    this.current = this.open.pop() ?? this.document;
    const value =
      keys === undefined ? values : objectOf(keys.map((key, index) => [key, values[index] ?? null] as const));
    this.current.values.push(value);
  }

  private string(at: number): number {
    const end = closingQuote(this.text, at) + 1;
    const string = JSON.parse(this.text.slice(at, end)) as string;
    const { keys, values } = this.current;
    if (keys?.length === values.length) keys.push(string);
    else values.push(string);
    return end;
  }

  private word(at: number): number {
    WORD.lastIndex = at;
    const [word = ''] = WORD.exec(this.text) ?? [];
    if (/^[-\d]/.test(word)) this.current.values.push(numberOf(word));
    else if (/^\w/.test(word)) this.current.values.push(JSON.parse(word) as boolean | null);
    return at + word.length;
  }
}

/** As Python has it, an integer that is too long makes its text no JSON. */
export class TooManyDigits extends SyntaxError {}

function numberOf(word: string): ExactNumber {
  const number = /[.eE]/.test(word) ? floatNumber(Number(word)) : integerNumber(word);
  if (number !== undefined) return number;
  throw new TooManyDigits(`an integer has more than the limit of ${MOST_DIGITS} digits`);
}

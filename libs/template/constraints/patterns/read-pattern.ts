import { readBrackets, readEscape } from './characters';
import { PatternFault } from './pattern';
import type { Anchor, Pattern, Times } from './pattern';

/** Groups that stand in each other deeper than this are refused, before the stack overflows. */
const DEEPEST = 200;

const ANCHORS: readonly (readonly [start: string, anchor: Anchor])[] = [
  ['^', 'start'],
  ['$', 'end of line'],
  ['\\A', 'start'],
  ['\\Z', 'end'],
  ['\\b', 'edge of word'],
  ['\\B', 'no edge of word'],
];

/** Reads a pattern as Python's `re` does (https://docs.python.org/3/library/re.html). Throws a `PatternFault`. */
export function readPattern(text: string): Pattern {
  const reader = new PatternReader(text);
  const pattern = reader.readChoice(0);
  if (!reader.atEnd) throw new PatternFault('a `)` closes nothing');
  return pattern;
}

class PatternReader {
  private index = 0;
  private readonly names = new Set<string>();

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.index >= this.text.length;
  }

  readChoice(depth: number): Pattern {
    if (depth > DEEPEST) throw new PatternFault(`groups stand in each other deeper than the limit of ${DEEPEST}`);
    const branches = [this.readSequence(depth)];
    while (this.take('|')) branches.push(this.readSequence(depth));
    const [only, second] = branches;
    return only !== undefined && second === undefined ? only : { kind: 'choice', branches };
  }

  private readSequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!this.atEnd && !this.sees('|') && !this.sees(')')) {
      if (!this.skipComment()) parts.push(this.readTimes(this.readPart(depth)));
    }
    return { kind: 'sequence', parts };
  }

  private readPart(depth: number): Pattern {
    const anchor = ANCHORS.find(([start]) => this.sees(start));
    if (anchor !== undefined && this.take(anchor[0])) return { kind: 'anchor', anchor: anchor[1] };
    if (this.take('(')) return this.readGroup(depth + 1);
    const times = this.readQuantifier();
    if (times !== undefined) throw new PatternFault('there is nothing to repeat');
    if (this.take('.')) return { kind: 'char', test: (code) => code !== 10 };
    return this.readCharacter();
  }

  private readCharacter(): Pattern {
    const rest = this.text.slice(this.index);
    if (/^\\[1-9]/.test(rest)) throw new PatternFault(NO_REFERENCES);
    if (rest.startsWith('[') || rest.startsWith('\\')) {
      const { length, test } = rest.startsWith('[') ? readBrackets(rest) : readEscape(rest);
      this.index += length;
      return { kind: 'char', test };
    }
    const own = rest.codePointAt(0) ?? 0;
    this.index += String.fromCodePoint(own).length;
    return { kind: 'char', test: (code) => code === own };
  }

  private readGroup(depth: number): Pattern {
    if (this.take('?=')) return this.readLook(depth, { ahead: true, wanted: true });
    if (this.take('?!')) return this.readLook(depth, { ahead: true, wanted: false });
    if (this.take('?<=')) return this.readLook(depth, { ahead: false, wanted: true });
    if (this.take('?<!')) return this.readLook(depth, { ahead: false, wanted: false });
    this.skipName();
    return this.close(this.readChoice(depth));
  }

  private readLook(depth: number, { ahead, wanted }: { ahead: boolean; wanted: boolean }): Pattern {
    const part = this.close(this.readChoice(depth));
    return { kind: 'look', part, look: { back: ahead ? undefined : widthOf(part), wanted } };
  }

  /** Whether one was there. */
  private skipComment(): boolean {
    if (!this.take('(?#')) return false;
    const end = this.text.indexOf(')', this.index);
    if (end === -1) throw new PatternFault('a `(` is not closed');
    this.index = end + 1;
    return true;
  }

  /** Whether a group has a name, or is one only to be repeated, does not matter. */
  private skipName(): void {
    if (!this.sees('?')) return;
    const [start, name] = /^\?(?::|P<([\p{L}_][\p{L}\p{N}_]*)>)/u.exec(this.text.slice(this.index)) ?? [];
    if (start === undefined) throw new PatternFault(refusalOf(this.text.slice(this.index)));
    if (name !== undefined && this.names.has(name)) throw new PatternFault(`two groups have the name \`${name}\``);
    if (name !== undefined) this.names.add(name);
    this.index += start.length;
  }

  private close(pattern: Pattern): Pattern {
    if (!this.take(')')) throw new PatternFault('a `(` is not closed');
    return pattern;
  }

  /** Comments may stand between a part and how often it may. */
  private readTimes(part: Pattern): Pattern {
    while (this.skipComment());
    const times = this.readQuantifier();
    if (times === undefined) return part;
    if (part.kind === 'anchor') throw new PatternFault('there is nothing to repeat');
    const lazy = this.take('?');
    if (!lazy && this.take('+')) throw new PatternFault('repetitions that give nothing back (`*+`) are not supported');
    if (this.readQuantifier() !== undefined) throw new PatternFault('a repetition cannot be repeated');
    return { kind: 'repeat', part, times: { ...times, lazy } };
  }

  /** `undefined` where none stands there; braces that hold no numbers are characters. */
  private readQuantifier(): Omit<Times, 'lazy'> | undefined {
    const [all, sign, min = '', comma, max = ''] =
      /^(?:([*+?])|\{(\d*)(?:(,)(\d*))?\})/.exec(this.text.slice(this.index, this.index + 24)) ?? [];
    if (all === undefined || all === '{}') return undefined;
    this.index += all.length;
    if (sign !== undefined) return SIGNS[sign];
    const most = comma === undefined ? Number(min) : max === '' ? Infinity : Number(max);
    if (most < Number(min)) throw new PatternFault(`\`${all}\` has its larger number first`);
    return { min: Number(min), max: most };
  }

  private sees(text: string): boolean {
    return this.text.startsWith(text, this.index);
  }

  private take(text: string): boolean {
    const isThere = this.sees(text);
    if (isThere) this.index += text.length;
    return isThere;
  }
}

const SIGNS: Readonly<Record<string, Omit<Times, 'lazy'>>> = {
  '*': { min: 0, max: Infinity },
  '+': { min: 1, max: Infinity },
  '?': { min: 0, max: 1 },
};

const NO_REFERENCES = 'references back to a group (`\\1`, `(?P=`) are not supported';

function refusalOf(rest: string): string {
  if (rest.startsWith('?P=')) return NO_REFERENCES;
  if (rest.startsWith('?(')) return 'conditional groups (`(?(`) are not supported';
  if (rest.startsWith('?>')) return 'groups that give nothing back (`(?>`) are not supported';
  if (rest.startsWith('?<')) return 'it is not Python’s syntax: groups are named with `(?P<`';
  return `\`(${rest.slice(0, 2)}\` is not supported together with looking ahead or behind`;
}

/** How many characters something takes, which must be clear to look back at it. */
function widthOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'char':
      return 1;
    case 'anchor':
    case 'look':
      return 0;
    case 'sequence':
      return pattern.parts.reduce((sum, part) => sum + widthOf(part), 0);
    case 'choice':
      return sameWidth(pattern.branches.map(widthOf));
    case 'repeat': {
      const width = widthOf(pattern.part);
      return width === 0 ? 0 : width * sameWidth([pattern.times.min, pattern.times.max]);
    }
  }
}

function sameWidth(widths: readonly number[]): number {
  const [first = 0] = widths;
  if (widths.every((width) => width === first)) return first;
  throw new PatternFault('looking behind needs something of one length');
}

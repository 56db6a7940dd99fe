import { HASH, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isEnd, isNameCharacter, isSpace } from './characters';
import { Cursor } from './cursor';
import { scanBlockScalar } from './scan-block-scalar';
import { scanDirective } from './scan-directive';
import { scanPlain } from './scan-plain';
import { scanQuoted } from './scan-quoted';
import { scanTag } from './scan-tag';
import { SimpleKeys } from './simple-keys';
import type { MarkKind, Token, TokenKind } from './tokens';

/** What can begin no plain scalar, but for `-`, `?` and `:` before something. */
const INDICATORS: ReadonlySet<string> = new Set('-?:,[]{}#&*!|>\'"%@`');
/** What may follow the name of an anchor or alias. */
const AFTER_NAME = /[?:,\]}%@`]/;

/**
 * Cuts a text into tokens as PyYAML's scanners do, which are two: Heat takes what libyaml takes, and what
 * that refuses it tries with the one in Python; they differ in tabs and in marks inside of brackets. One after the other as they are asked for, looking
 * ahead no further than a key that stands on one line may reach. Collections that are told by their
 * indentation get tokens for where they begin and end.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  private taken = 0;
  private done = false;
  /** How many brackets are open. */
  private flowLevel = 0;
  /** Column of the innermost collection that is told by indentation, and of those around it. */
  private indent = -1;
  private readonly indents: number[] = [];
  /** Whether a key may begin here. */
  private keyAllowed = true;
  private readonly keys: SimpleKeys;
  /** What begins with a character wherever that stands. */
  private readonly fetchers: ReadonlyMap<string, () => void> = new Map([
    ['[', () => this.fetchFlowStart('flow sequence start')],
    ['{', () => this.fetchFlowStart('flow mapping start')],
    [']', () => this.fetchFlowEnd('flow sequence end')],
    ['}', () => this.fetchFlowEnd('flow mapping end')],
    [',', () => this.fetchFlowEntry()],
    ['*', () => this.fetchName('alias')],
    ['&', () => this.fetchName('anchor')],
    ['!', () => this.fetchTag()],
    ["'", () => this.fetchQuoted()],
    ['"', () => this.fetchQuoted()],
  ]);

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.keys = new SimpleKeys(this.cursor);
  }

  /** The next token, left where it is. At the end it is always the end of the stream. */
  peek(): Token {
    while (this.needsMore()) this.fetch();
    return this.queue[0] ?? { kind: 'stream end', offset: this.cursor.offset };
  }

  take(): Token {
    const token = this.peek();
    this.queue.shift();
    this.taken += 1;
    return token;
  }

  nextIs(kind: TokenKind): boolean {
    return this.peek().kind === kind;
  }

  nextIsOneOf(kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  /** A token that may yet turn out to be a key is not given out before that is known. */
  private needsMore(): boolean {
    if (this.done) return false;
    if (this.queue.length === 0) return true;
    this.keys.dropStale();
    return this.keys.firstToken() === this.taken;
  }

  private fetch(): void {
    this.skipToToken();
    this.keys.dropStale();
    this.unwind(this.cursor.column);
    const code = this.cursor.peek();
    if (isEnd(code)) this.fetchEnd();
    else if (!this.fetchDocumentPart()) this.fetchPiece(String.fromCharCode(code));
  }

  /** Tabs may separate tokens, but not where a key may begin: there they would pass for an indentation. */
  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      const takesTabs = this.flowLevel > 0 || !this.keyAllowed;
      cursor.skipWhile(takesTabs ? isBlank : isSpace);
      if (cursor.peek() === HASH) cursor.skipWhile((code) => !isBreakOrEnd(code));
      if (!isBreak(cursor.peek())) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  private fetchEnd(): void {
    this.unwind(-1);
    this.keys.drop(this.flowLevel);
    this.keys.clear();
    this.done = true;
    this.push('stream end');
  }

  /** Directives and the marks of documents stand at the start of a line. */
  private fetchDocumentPart(): boolean {
    const { cursor } = this;
    const isDirective = cursor.column === 0 && cursor.text.charAt(cursor.offset) === '%';
    if (!isDirective && !cursor.atDocumentMark()) return false;
    this.unwind(-1);
    this.keys.drop(this.flowLevel);
    this.keyAllowed = false;
    const { offset } = cursor;
    if (isDirective) this.queue.push({ kind: 'directive', offset, ...scanDirective(cursor) });
    else this.pushAndForward(cursor.atDocumentMark('---') ? 'document start' : 'document end', 3);
    return true;
  }

  private fetchPiece(char: string): void {
    const fetch = this.fetchers.get(char) ?? this.indicatorFetcher(char);
    if (fetch !== undefined) fetch();
    else if (this.beginsPlain(char)) this.fetchPlain();
    else this.cursor.fail(`nothing can begin with ${char === '\t' ? 'a tab' : `\`${char}\``}; do quotes lack?`);
  }

  /** What is an indicator only before a blank, or only inside of brackets, or only outside. */
  private indicatorFetcher(char: string): (() => void) | undefined {
    const inFlow = this.flowLevel > 0;
    const beforeBlank = isBlankOrEnd(this.cursor.peek(1));
    if (char === '-') return beforeBlank ? () => this.fetchBlockEntry() : undefined;
    if (char === '|' || char === '>') return inFlow ? undefined : () => this.fetchBlockScalar();
    if (!inFlow && !beforeBlank) return undefined;
    return char === '?' ? () => this.fetchKey() : char === ':' ? () => this.fetchValue() : undefined;
  }

  private beginsPlain(char: string): boolean {
    if (!INDICATORS.has(char)) return char !== '\t';
    const mayBegin = char === '-' || (this.flowLevel === 0 && (char === '?' || char === ':'));
    return mayBegin && !isBlankOrEnd(this.cursor.peek(1));
  }

  private fetchFlowStart(kind: MarkKind): void {
    this.saveKey();
    this.flowLevel += 1;
    this.keyAllowed = true;
    this.pushAndForward(kind);
  }

  private fetchFlowEnd(kind: MarkKind): void {
    this.keys.drop(this.flowLevel);
    this.flowLevel = Math.max(0, this.flowLevel - 1);
    this.keyAllowed = false;
    this.pushAndForward(kind);
  }

  private fetchFlowEntry(): void {
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    this.pushAndForward('flow entry');
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) this.beginBlock('block sequence start', 'an item of a list');
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    this.pushAndForward('block entry');
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) this.beginBlock('block mapping start', 'a key');
    this.keyAllowed = this.flowLevel === 0;
    this.keys.drop(this.flowLevel);
    this.pushAndForward('key');
  }

  /** The colon: what stands before it turns out to have been a key, if it may be one. */
  private fetchValue(): void {
    const key = this.keys.take(this.flowLevel);
    if (key === undefined) {
      if (this.flowLevel === 0) this.beginBlock('block mapping start', 'a value');
      this.keyAllowed = this.flowLevel === 0;
      this.keys.drop(this.flowLevel);
    } else {
      const marks: Token[] = [{ kind: 'key', offset: key.offset }];
      if (this.flowLevel === 0 && this.deepen(key.column)) {
        marks.unshift({ kind: 'block mapping start', offset: key.offset });
      }
      this.queue.splice(key.token - this.taken, 0, ...marks);
      this.keyAllowed = false;
    }
    this.pushAndForward('value');
  }

  private fetchName(kind: 'alias' | 'anchor'): void {
    const { cursor } = this;
    this.saveKey();
    this.keyAllowed = false;
    const { offset } = cursor;
    cursor.forward();
    cursor.skipWhile(isNameCharacter);
    const name = cursor.since(offset + 1);
    const next = cursor.peek();
    const ends = isBlankOrEnd(next) || AFTER_NAME.test(String.fromCharCode(next));
    if (name === '' || !ends) cursor.fail(`expected the name of an ${kind}: letters, digits, \`-\` and \`_\``, offset);
    this.queue.push({ kind, offset, name });
  }

  private fetchTag(): void {
    this.saveKey();
    this.keyAllowed = false;
    const { offset } = this.cursor;
    this.queue.push({ kind: 'tag', offset, ...scanTag(this.cursor, this.flowLevel > 0) });
  }

  private fetchBlockScalar(): void {
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    const { offset } = this.cursor;
    this.queue.push({ kind: 'scalar', offset, text: scanBlockScalar(this.cursor, this.indent), plain: false });
  }

  private fetchQuoted(): void {
    this.saveKey();
    this.keyAllowed = false;
    const { offset } = this.cursor;
    this.queue.push({ kind: 'scalar', offset, text: scanQuoted(this.cursor), plain: false });
  }

  private fetchPlain(): void {
    this.saveKey();
    const { offset } = this.cursor;
    const { text, endsLine } = scanPlain(this.cursor, this.indent + 1, this.flowLevel > 0);
    this.keyAllowed = endsLine;
    this.queue.push({ kind: 'scalar', offset, text, plain: true });
  }

  /** What begins here may turn out to be a key, and must, where it stands at the column of its map's keys. */
  private saveKey(): void {
    if (!this.keyAllowed) return;
    const required = this.flowLevel === 0 && this.indent === this.cursor.column;
    this.keys.save(this.flowLevel, this.taken + this.queue.length, required);
  }

  private beginBlock(kind: MarkKind, what: string): void {
    if (!this.keyAllowed) this.cursor.fail(`${what} cannot stand here; does a quote or an indentation lack?`);
    if (this.deepen(this.cursor.column)) this.push(kind);
  }

  private deepen(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  /** Ends the collections that are indented deeper than the column. */
  private unwind(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.push('block end');
    }
  }

  private push(kind: MarkKind): void {
    this.queue.push({ kind, offset: this.cursor.offset });
  }

  private pushAndForward(kind: MarkKind, length = 1): void {
    this.push(kind);
    this.cursor.forward(length);
  }
}

import { CARRIAGE_RETURN, isBlankOrEnd, isBreak, LINE_FEED, SPACE } from './characters';
import { syntaxFault } from './yaml-fault';

const BYTE_ORDER_MARK = 0xfeff;

/** A place in a text that moves on, and knows its line and column. */
export class Cursor {
  offset = 0;
  line = 0;
  private lineStart = 0;

  constructor(readonly text: string) {
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) this.offset = this.lineStart = 1;
  }

  /** From 0 on. */
  get column(): number {
    return this.offset - this.lineStart;
  }

  /** `NaN` beyond the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.offset + ahead);
  }

  /** Over characters that are no line breaks. */
  forward(count = 1): void {
    this.offset += count;
  }

  /** The characters from a place up to here. */
  since(offset: number): string {
    return this.text.slice(offset, this.offset);
  }

  /** Over one line break, if there is one, which is answered as what it means: a line feed, or one of Unicode's own. */
  takeBreak(): string {
    const code = this.peek();
    if (!isBreak(code)) return '';
    this.forward(code === CARRIAGE_RETURN && this.peek(1) === LINE_FEED ? 2 : 1);
    this.line += 1;
    this.lineStart = this.offset;
    return code >= 0x2028 ? String.fromCharCode(code) : '\n';
  }

  skipSpaces(): void {
    while (this.peek() === SPACE) this.forward();
  }

  skipWhile(holds: (code: number) => boolean): void {
    while (holds(this.peek())) this.forward();
  }

  /** Whether `---` or `...` stands here, at the start of a line, as the mark of a document. */
  atDocumentMark(mark?: string): boolean {
    if (this.column !== 0) return false;
    const three = this.text.slice(this.offset, this.offset + 3);
    const isMark = mark === undefined ? three === '---' || three === '...' : three === mark;
    return isMark && isBlankOrEnd(this.peek(3));
  }

  fail(detail: string, offset = this.offset): never {
    throw syntaxFault(detail, offset);
  }
}

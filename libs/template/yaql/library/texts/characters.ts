import { textLength } from '../../../text/length';

/** Characters beyond the Basic Multilingual Plane are one each, as in Python. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}

/** Whether each character is one UTF-16 unit, so that positions are the same to Python and JavaScript. */
function isPlain(text: string): boolean {
  return textLength(text) === text.length;
}

/** The characters from one position to another, both counted from the end where they are negative: Python's `text[a:b]`. */
export function sliceOf(text: string, start: number, end: number): string {
  return isPlain(text) ? text.slice(start, end) : charactersOf(text).slice(start, end).join('');
}

/** Where a part of the text first is, or last, between two positions; -1 where it is not. */
export function findIn(text: string, part: string, range: Range): number {
  const length = textLength(text);
  const [start, end] = [clamped(range.start, length), clamped(range.end ?? length, length)];
  if (range.start > length || start > end) return -1;
  const within = sliceOf(text, start, end);
  const unit = range.isLast === true ? within.lastIndexOf(part) : within.indexOf(part);
  return unit === -1 ? -1 : start + textLength(within.slice(0, unit));
}

export interface Range {
  readonly start: number;
  readonly end?: number;
  readonly isLast?: boolean;
}

function clamped(position: number, length: number): number {
  return Math.min(Math.max(position < 0 ? position + length : position, 0), length);
}

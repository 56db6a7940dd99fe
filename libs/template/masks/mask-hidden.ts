import { CUT, onOneLine } from '../diagnostics/describe';
import { SHORTEST_MASKED } from './hidden-texts';

export const MASK = '******';

/** A part of a text, from one character up to another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Replaces every hidden text in one that somebody may see, in whichever order they are given: of those that overlap, or
 * that are parts of others, nothing is left over, nor of one that was written on one line, or cut by `shorten`.
 */
export function maskHidden(text: string, hidden: readonly string[]): string {
  const sought = [...new Set([...hidden, ...hidden.map(onOneLine)])].filter((value) => value !== '');
  const stretches = [...wholeTexts(text, sought), ...cutTexts(text, sought)].sort((a, b) => a.from - b.from);
  let masked = '';
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.from >= end) masked += text.slice(end, stretch.from) + MASK;
    end = Math.max(end, stretch.to);
  }
  return masked + text.slice(end);
}

function* wholeTexts(text: string, sought: readonly string[]): Iterable<Stretch> {
  for (const value of sought) {
    for (let from = text.indexOf(value); from >= 0; from = text.indexOf(value, from + 1)) {
      yield { from, to: from + value.length };
    }
  }
}

/** Where the text was cut, and what stands before that is what one of those sought begins with. */
function* cutTexts(text: string, sought: readonly string[]): Iterable<Stretch> {
  for (let to = text.indexOf(CUT); to >= 0; to = text.indexOf(CUT, to + 1)) {
    const from = beginningBefore(to, text, sought);
    if (from !== undefined) yield { from, to };
  }
}

function beginningBefore(to: number, text: string, sought: readonly string[]): number | undefined {
  const first = new Set(sought.map((value) => value.slice(0, SHORTEST_MASKED)));
  for (let from = 0; from + SHORTEST_MASKED <= to; from += 1) {
    if (!first.has(text.slice(from, from + SHORTEST_MASKED))) continue;
    const end = text.slice(from, to);
    if (sought.some((value) => value.startsWith(end))) return from;
  }
  return undefined;
}

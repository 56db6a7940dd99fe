import type { Meter } from '../../runtime/meter';
import type { Pattern } from '../../values/value';

/** Where a part of a text is, in UTF-16 units; `null` for a group that took no part. */
export interface Found {
  readonly text: string | null;
  readonly start: number;
  readonly end: number;
}

/** A match of a pattern: the whole of it, and its groups. */
export interface Match extends Found {
  readonly text: string;
  readonly groups: readonly Found[];
}

/** Of a text so long and a pattern so long, one step is that many pairs of their characters. */
const STEP_SHIFT = 7;

/** All matches of a pattern, from the left, none within another. Empty ones may stand right behind others, as in Python. */
export function* matchesOf({ regex, source }: Pattern, text: string, meter: Meter): Generator<Match> {
  const matcher = regex.matcher(text);
  const groups = regex.groupCount();
  for (let position = 0; position <= text.length;) {
    meter.step(1 + (((text.length - position) * source.length) >> STEP_SHIFT));
    if (!matcher.find(position)) return;
    const [start, end] = [matcher.start(), matcher.end()];
    const found = Array.from({ length: groups }, (_, index) => ({
      text: matcher.group(index + 1),
      start: matcher.start(index + 1),
      end: matcher.end(index + 1),
    }));
    yield { text: text.slice(start, end), start, end, groups: found };
    position = end > start ? end : end + widthAt(text, end);
  }
}

function widthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

export function firstMatch(pattern: Pattern, text: string, meter: Meter): Match | undefined {
  for (const match of matchesOf(pattern, text, meter)) return match;
  return undefined;
}

/** Whether a part of the text matches. To Python, `$` is also before a line break at the end. */
export function hasMatch(pattern: Pattern, text: string, meter: Meter): boolean {
  if (firstMatch(pattern, text, meter) !== undefined) return true;
  return (
    pattern.source.includes('$') && text.endsWith('\n') && firstMatch(pattern, text.slice(0, -1), meter) !== undefined
  );
}

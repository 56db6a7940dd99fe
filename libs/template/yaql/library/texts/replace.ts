import type { Meter } from '../../runtime/meter';
import { charactersOf } from './characters';

/** What is replaced by what, and how often: always where the number is negative. */
export interface Replacement {
  readonly old: string;
  readonly by: string;
  readonly count: bigint;
}

/** With occurrences of a text replaced, from the left. */
export function replaceText(text: string, { old, by, count }: Replacement, meter: Meter): string {
  const parts = old === '' ? ['', ...charactersOf(text), ''] : text.split(old);
  const most = Math.min(count < 0n ? Infinity : Number(count), parts.length - 1);
  meter.checkSize(text.length + most * by.length);
  const changed = parts.slice(0, most + 1).join(by);
  return [changed, ...parts.slice(most + 1)].join(old);
}

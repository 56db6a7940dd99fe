import type { Pass } from './key-rotation';

/** What an operator reads at the end: what is left under which key, and what to do about it. Shows ids, never keys. */
export function reportOf({ found, leftAlone, faults }: Pass, keyIds: readonly string[]): string {
  const [current, ...others] = keyIds;
  if (found.size === 0) {
    const rest = others.length === 0 ? '' : ` ${others.join(', ')} can go from KILN_SECRET_KEY${WHEN}`;
    return `All is sealed with the key ${current}.${rest}`;
  }
  const lines = [...found].map(([id, values]) => `${values} values are sealed with the key ${id}${noteOf(id, others)}`);
  if (leftAlone > 0) lines.push(`${leftAlone} of them are answers to Idempotency-Keys that ${LEFT_ALONE}`);
  return [...lines, ...faults].join('\n');
}

const WHEN = ', as soon as every process has the new one first.';
const LEFT_ALONE = 'an earlier version kept: they stay as they are, and go within 24 hours. Run this again then.';

function noteOf(id: string, others: readonly string[]): string {
  if (!others.includes(id)) return ', which KILN_SECRET_KEY does not hold: add it behind the first key.';
  return ': run this again. If they become more, some process still has that key first.';
}

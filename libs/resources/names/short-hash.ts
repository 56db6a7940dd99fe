import { createHash } from 'node:crypto';

const LENGTH = 12;

/** Twelve digits and small letters (62 bits) that the text always gives; for names that must differ and stay short. */
export function shortHash(text: string): string {
  const number = createHash('sha256').update(text).digest().readBigUInt64BE();
  return number.toString(36).padStart(LENGTH, '0').slice(-LENGTH);
}

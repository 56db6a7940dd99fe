import type { YaqlValue } from './value';

/** Truth as Python has it: nothing, zero and what is empty are false; an iterator is true, whatever it would give. */
export function isTrue(value: YaqlValue): boolean {
  if (typeof value !== 'object' || value === null) return Boolean(value) || Number.isNaN(value);
  switch (value.kind) {
    case 'sequence':
      return value.items.length > 0;
    case 'dictionary':
      return value.entries.size > 0;
    case 'set':
      return value.members.size > 0;
    case 'view':
      return value.dictionary.entries.size > 0;
    case 'span':
      return value.microseconds !== 0n;
    default:
      return true;
  }
}

import { isCollection } from '../json';
import { isWritten } from '../numbers/written-number';
import type { Value } from '../values';

/**
 * The size of a value: the characters of its texts, and one for each thing in it, so that what has no text counts too.
 * It looks no further than a little beyond `most`.
 */
export function sizeOf(value: Value, most: number): number {
  if (typeof value === 'string') return 1 + value.length;
  if (isWritten(value)) return 1 + value.text.length;
  if (!isCollection(value)) return 1;
  return Array.isArray(value) ? sizeOfList(value, most) : sizeOfMap(value, most);
}

function sizeOfList(list: readonly Value[], most: number): number {
  let size = 1;
  for (const item of list) {
    if (size > most) break;
    size += sizeOf(item, most - size);
  }
  return size;
}

function sizeOfMap(map: Readonly<Record<string, Value>>, most: number): number {
  let size = 1;
  for (const [key, value] of Object.entries(map)) {
    if (size > most) break;
    size += key.length + sizeOf(value, most - size);
  }
  return size;
}

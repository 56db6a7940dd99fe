import type { Meter } from '../../runtime/meter';
import { isAmong } from '../../values/equality';
import { hashKey } from '../../values/hash';
import type { Collection } from '../../values/kinds';
import type { YaqlValue } from '../../values/value';

/** Whether a collection has a value, as Python's `in` has it: sets and keys are asked, others gone through. */
export function contains(collection: Collection, value: YaqlValue, meter: Meter): boolean {
  if (collection.kind === 'set') return collection.members.has(hashKey(value, meter));
  if (collection.kind === 'view' && collection.shows === 'keys') {
    return collection.dictionary.entries.has(hashKey(value, meter));
  }
  return isAmong(value, collection, meter);
}

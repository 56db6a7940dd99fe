import type { Meter } from '../../runtime/meter';
import { valueFault } from '../../fault';
import { areEqual, isAmong } from '../../values/equality';
import { hashKey } from '../../values/hash';
import type { Collection } from '../../values/kinds';
import type { Dictionary, YaqlValue } from '../../values/value';
import { itemsOf } from './items-of';

/** Whether a collection has a value, as Python's `in` has it: sets and keys are asked, others gone through. */
export function contains(collection: Collection, value: YaqlValue, meter: Meter): boolean {
  if (collection.kind === 'set') return collection.members.has(hashKey(value, meter));
  if (collection.kind === 'view' && collection.shows === 'keys') {
    return collection.dictionary.entries.has(hashKey(value, meter));
  }
  if (collection.kind === 'view' && collection.shows === 'items' && collection.dictionary.isFrozen) {
    return hasEntry(collection.dictionary, value, meter);
  }
  return isAmong(value, collection, meter);
}

/** Python takes what it looks for apart first, so it must have a key and a value. */
function hasEntry(dictionary: Dictionary, entry: YaqlValue, meter: Meter): boolean {
  const [key, value, further] = itemsOf(entry);
  if (key === undefined || value === undefined || further !== undefined) {
    throw valueFault('only a key with its value can be among the items of a map');
  }
  const own = dictionary.entries.get(hashKey(key, meter));
  return own !== undefined && areEqual(own[1], value, meter);
}

import { limitFault } from '../fault';
import { YAQL_LIMITS } from '../limits';
import type { Collection } from '../values/kinds';
import { Stream } from '../values/value';
import type { YaqlValue } from '../values/value';
import type { Meter } from './meter';

/**
 * A collection of which a function may see no more than Heat's limit of items. One whose size is known is refused at
 * once; any other is gone through until there are too many.
 */
export function limited(collection: Collection, meter: Meter): Collection {
  const size = knownSize(collection);
  if (size === undefined) return new Stream(upToLimit(collection), meter);
  checkItems(size);
  return collection;
}

export function checkItems(count: number): void {
  if (count > YAQL_LIMITS.items) throw tooMany();
}

function* upToLimit(items: Iterable<YaqlValue>): Generator<YaqlValue> {
  let count = 0;
  for (const item of items) {
    count += 1;
    checkItems(count);
    yield item;
  }
}

function tooMany(): Error {
  return limitFault(`a collection has more than the limit of ${YAQL_LIMITS.items} items`);
}

function knownSize(collection: Collection): number | undefined {
  switch (collection.kind) {
    case 'sequence':
      return collection.items.length;
    case 'set':
      return collection.members.size;
    case 'view':
      return collection.shows === 'values' ? undefined : collection.dictionary.entries.size;
    default:
      return undefined;
  }
}

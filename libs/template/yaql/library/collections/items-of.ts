import { valueFault } from '../../fault';
import { isCollection, isDictionary, kindOf } from '../../values/kinds';
import type { YaqlValue } from '../../values/value';

/** Goes through a value as Python does: texts by their characters, maps by their keys. */
export function itemsOf(value: YaqlValue): Iterable<YaqlValue> {
  if (typeof value === 'string' || isCollection(value)) return value;
  if (isDictionary(value)) return value.keys();
  throw valueFault(`${kindOf(value)} cannot be gone through`);
}

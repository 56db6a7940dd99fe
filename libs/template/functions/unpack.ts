import type { Expression } from '../expressions/expression';
import { listItems, mapEntries } from '../expressions/operands';

/**
 * The arguments that Python unpacks something into: a list's items, but also a text's characters and a
 * map's keys. `undefined` where it cannot, as with what a function makes.
 */
export function unpack(argument: Expression): readonly Expression[] | undefined {
  if (argument.kind === 'literal' && typeof argument.value === 'string') return textItems(argument.value);
  const keys = mapEntries(argument)?.keys();
  return keys === undefined ? listItems(argument) : textItems(keys);
}

function textItems(texts: Iterable<string>): Expression[] {
  return Array.from(texts, (value) => ({ kind: 'literal', value }));
}

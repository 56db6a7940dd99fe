import { isObject } from '../json';
import type { Expression } from './expression';

/**
 * The items of a list that stands in the template itself; `undefined` where it is no list, or a function
 * makes it. As arguments of a function, those that are to be left out are nothing, as in Heat.
 */
export function listItems(expression: Expression): readonly Expression[] | undefined {
  if (expression.kind === 'list') return expression.items.map((item) => (item.kind === 'omitted' ? NOTHING : item));
  if (expression.kind !== 'literal' || !Array.isArray(expression.value)) return undefined;
  return expression.value.map((value) => ({ kind: 'literal', value }));
}

const NOTHING: Expression = { kind: 'literal', value: null };

/** The entries of a map that stands in the template itself; `undefined` where it is no map, or a function makes it. */
export function mapEntries(expression: Expression): ReadonlyMap<string, Expression> | undefined {
  if (expression.kind === 'map') return new Map(expression.entries);
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  if (!isObject(value)) return undefined;
  return new Map(Object.entries(value).map(([key, item]) => [key, { kind: 'literal', value: item }]));
}

/** Whether it is a map, or may turn out to be one because a function makes it. */
export function mayBeMap(expression: Expression): boolean {
  return expression.kind === 'literal' ? isObject(expression.value) : expression.kind !== 'list';
}

import type { Expression } from './expression';

/** The items of a list that stands in the template itself; `undefined` where it is no list, or a function makes it. */
export function listItems(expression: Expression): readonly Expression[] | undefined {
  if (expression.kind === 'list') return expression.items;
  if (expression.kind !== 'literal' || !Array.isArray(expression.value)) return undefined;
  return expression.value.map((value) => ({ kind: 'literal', value }));
}

/** The entries of a map that stands in the template itself; `undefined` where it is no map, or a function makes it. */
export function mapEntries(expression: Expression): ReadonlyMap<string, Expression> | undefined {
  if (expression.kind === 'map') return new Map(expression.entries);
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([key, item]) => [key, { kind: 'literal', value: item }]));
}

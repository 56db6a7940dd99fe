/** A resource as the graph sees it: its name and the names it needs first. */
export interface GraphItem {
  readonly name: string;
  readonly requires: readonly string[];
}

/**
 * For each item the positions of those that need it. Names that are not among the items are left out, and a name
 * that stands more than once (a resource and its replacement) is every item of that name. Linear in items and edges.
 */
export function dependentsOf(items: readonly GraphItem[]): number[][] {
  const positions = new Map<string, number[]>();
  items.forEach((item, position) => {
    const known = positions.get(item.name);
    if (known) known.push(position);
    else positions.set(item.name, [position]);
  });
  const dependents: number[][] = items.map(() => []);
  items.forEach((item, position) => {
    for (const name of new Set(item.requires)) {
      for (const required of positions.get(name) ?? []) dependents[required]?.push(position);
    }
  });
  return dependents;
}

/** The same edges, read the other way: for each item the positions of those it needs. */
export function requirementsOf(dependents: readonly (readonly number[])[]): number[][] {
  const requirements: number[][] = dependents.map(() => []);
  dependents.forEach((list, required) => {
    for (const dependent of list) requirements[dependent]?.push(required);
  });
  return requirements;
}

/** Positions of the items of a graph without cycles, each after those that it needs. Linear in items and edges. */
export function inOrder(items: readonly GraphItem[]): number[] {
  const dependents = dependentsOf(items);
  const waiting = requirementsOf(dependents).map(({ length }) => length);
  const order = waiting.flatMap((count, position) => (count === 0 ? [position] : []));
  for (let next = 0; next < order.length; next += 1) {
    for (const dependent of dependents[order[next] ?? 0] ?? []) {
      const left = (waiting[dependent] ?? 0) - 1;
      waiting[dependent] = left;
      if (left === 0) order.push(dependent);
    }
  }
  return order;
}

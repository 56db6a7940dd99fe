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

/**
 * The same edges without those that close a cycle; of others none is left out. Linear in items and edges.
 *
 * A template has no cycles. What is there may have: an update that ended halfway leaves resources of two templates, and
 * those need what either says.
 */
export function withoutCycles(dependents: readonly (readonly number[])[]): number[][] {
  const walk = new DepthFirst(dependents);
  dependents.forEach((_, start) => walk.from(start));
  return walk.kept;
}

/** Goes down every edge once, and keeps those that lead to nothing that it came from. */
class DepthFirst {
  readonly kept: number[][];
  private readonly isSeen: Uint8Array;
  private readonly isOnPath: Uint8Array;
  /** How many edges of each were looked at. */
  private readonly looked: Uint32Array;
  private readonly path: number[] = [];

  constructor(private readonly edges: readonly (readonly number[])[]) {
    this.kept = edges.map(() => []);
    this.isSeen = new Uint8Array(edges.length);
    this.isOnPath = new Uint8Array(edges.length);
    this.looked = new Uint32Array(edges.length);
  }

  from(start: number): void {
    this.enter(start);
    for (let at = this.path.at(-1); at !== undefined; at = this.path.at(-1)) {
      const to = this.nextOf(at);
      if (to === undefined) this.leave(at);
      else if (!this.isOnPath[to]) {
        this.kept[at]?.push(to);
        this.enter(to);
      }
    }
  }

  private enter(position: number): void {
    if (this.isSeen[position]) return;
    this.isSeen[position] = 1;
    this.isOnPath[position] = 1;
    this.path.push(position);
  }

  private leave(position: number): void {
    this.isOnPath[position] = 0;
    this.path.pop();
  }

  private nextOf(position: number): number | undefined {
    const looked = this.looked[position] ?? 0;
    this.looked[position] = looked + 1;
    return this.edges[position]?.[looked];
  }
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

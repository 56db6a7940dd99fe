/**
 * A circle among dependencies, as the names on it with the first one again at the end; `undefined`
 * where there is none. Names that are no keys have no dependencies. Linear in names and dependencies,
 * and uses no stack, so that chains may be long.
 */
export function findCycle(dependencies: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const left = withoutLeaves(dependencies);
  const [start] = left;
  if (start === undefined) return undefined;
  // Each name left depends on another one left, so that going on leads into a circle.
  const path = new Map<string, number>();
  let name = start;
  while (!path.has(name)) {
    path.set(name, path.size);
    name = dependencies.get(name)?.find((next) => left.has(next)) ?? name;
  }
  return [...[...path.keys()].slice(path.get(name)), name];
}

/** Takes away what depends on nothing, again and again; what stays is circles and what leads to them. */
function withoutLeaves(dependencies: ReadonlyMap<string, readonly string[]>): Set<string> {
  const dependents = new Map<string, string[]>();
  const waitsFor = new Map<string, number>();
  for (const [name, needed] of dependencies) {
    const known = needed.filter((other) => dependencies.has(other));
    waitsFor.set(name, known.length);
    for (const other of known) pushTo(dependents, other, name);
  }
  const ready = [...waitsFor].filter(([, count]) => count === 0).map(([name]) => name);
  for (const name of ready) {
    waitsFor.delete(name);
    for (const dependent of dependents.get(name) ?? []) {
      const count = (waitsFor.get(dependent) ?? 0) - 1;
      waitsFor.set(dependent, count);
      if (count === 0) ready.push(dependent);
    }
  }
  return new Set(waitsFor.keys());
}

function pushTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

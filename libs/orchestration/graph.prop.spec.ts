import fc from '../../test/support/fast-check';
import type { ResourceId } from '#contracts';
import { dependentsOf, withoutCycles } from './graph';
import type { GraphItem } from './graph';
import { planDelete } from './plan';

/** Any edges at all, and names that stand more than once. */
const anyGraphs = fc.array(
  fc.record({
    name: fc.integer({ min: 0, max: 12 }).map((number) => `r${number}`),
    requires: fc.array(
      fc.integer({ min: 0, max: 12 }).map((number) => `r${number}`),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 20 },
);

/** Positions that are reached from one over one edge or more. */
function reachedFrom(start: number, dependents: readonly (readonly number[])[]): Set<number> {
  const reached = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const dependent of dependents[at] ?? []) {
      if (reached.has(dependent)) continue;
      reached.add(dependent);
      open.push(dependent);
    }
  }
  return reached;
}

describe('a graph of what is there', () => {
  it('is left without cycles, and without no edge that is in none', () => {
    fc.assert(
      fc.property(anyGraphs, (graph: readonly GraphItem[]) => {
        const dependents = dependentsOf(graph);
        const kept = withoutCycles(dependents);
        kept.forEach((_, position) => expect(reachedFrom(position, kept).has(position)).toBe(false));
        dependents.forEach((list, position) => {
          expect(list).toEqual(expect.arrayContaining(kept[position]!));
          for (const dependent of list.filter((each) => !kept[position]!.includes(each))) {
            const closes = dependent === position || reachedFrom(dependent, dependents).has(position);
            expect(closes).toBe(true);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('can be deleted to the end, whatever requires whatever', () => {
    fc.assert(
      fc.property(anyGraphs, (graph: readonly GraphItem[]) => {
        const existing = graph.map((item, position) => ({ ...item, id: `id-${position}` as ResourceId, begun: true }));
        const { nodes } = planDelete(existing, []);
        const waiting = nodes.map(({ waitingFor }) => waitingFor);
        const ended = nodes.flatMap((_, position) => (waiting[position] === 0 ? [position] : []));
        for (const position of ended) {
          for (const dependent of nodes[position]!.dependents) {
            waiting[dependent]! -= 1;
            if (waiting[dependent] === 0) ended.push(dependent);
          }
        }
        expect(ended).toHaveLength(graph.length);
      }),
      { numRuns: 500 },
    );
  });
});

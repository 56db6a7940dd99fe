import fc from '../../test/support/fast-check';
import type { NodeId, ResourceId } from '#contracts';
import { planCreate, planDelete } from './plan';
import type { ExistingResource, PlannedNode } from './plan';

/** Graphs without cycles: each resource needs some of those before it. */
const graphs = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 30 }).map((rows) =>
  rows.map((row, index) => ({
    name: `r${index}`,
    requires: index === 0 ? [] : [...new Set(row.map((n) => `r${n % index}`))],
  })),
);

/** Takes ready nodes in an order that `pick` decides; answers the positions in that order. */
function run(nodes: readonly PlannedNode[], pick: (count: number) => number, ended: readonly number[] = []): number[] {
  const waiting = nodes.map(({ waitingFor }) => waitingFor);
  for (const position of ended) waiting[position]! -= 1;
  const ready = nodes.map((_, position) => position).filter((position) => waiting[position] === 0);
  const order: number[] = [];
  while (ready.length > 0) {
    const [position] = ready.splice(pick(ready.length), 1);
    order.push(position!);
    for (const dependent of nodes[position!]!.dependents) {
      waiting[dependent]! -= 1;
      if (waiting[dependent] === 0) ready.push(dependent);
    }
  }
  return order;
}

const picks = fc.infiniteStream(fc.nat()).map((stream) => (count: number) => stream.next().value! % count);

describe('any plan', () => {
  it('creates every resource once, after all that it requires', () => {
    fc.assert(
      fc.property(graphs, picks, (graph, pick) => {
        const order = run(planCreate(graph).nodes, pick).map((position) => graph[position]!.name);
        expect([...order].sort()).toEqual(graph.map(({ name }) => name).sort());
        for (const { name, requires } of graph) {
          for (const needed of requires) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(name));
        }
      }),
    );
  });

  it('deletes every begun resource once, after all that require it, whatever still runs', () => {
    fc.assert(
      fc.property(graphs, picks, fc.nat(), fc.array(fc.nat()), (graph, pick, begunCount, runningPicks) => {
        // What is begun is closed under "requires", as the engine leaves it.
        const begun = new Set(graph.slice(0, begunCount % (graph.length + 1)).map(({ name }) => name));
        const resources: ExistingResource[] = graph.map((item) => ({
          ...item,
          id: item.name as ResourceId,
          begun: begun.has(item.name),
        }));
        const runningNames = [
          ...new Set(runningPicks.filter(() => graph.length > 0).map((n) => graph[n % graph.length]!.name)),
        ].filter((name) => begun.has(name));
        const running = runningNames.map((name, index) => ({
          node: index as NodeId,
          resourceId: name as ResourceId,
          phase: 'forward' as const,
        }));
        const plan = planDelete(resources, running);
        const order = run(
          plan.nodes,
          pick,
          plan.crossEdges.map(({ dependent }) => dependent),
        ).map((position) => graph[plan.nodes[position]!.resource]!.name);
        expect([...order].sort()).toEqual([...begun].sort());
        expect(plan.crossEdges).toHaveLength(running.length);
        expect([...plan.discard, ...order].sort()).toEqual(graph.map(({ name }) => name).sort());
        for (const { name, requires } of graph.filter((item) => begun.has(item.name))) {
          for (const needed of requires) expect(order.indexOf(name)).toBeLessThan(order.indexOf(needed));
        }
      }),
    );
  });
});

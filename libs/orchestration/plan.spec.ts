import type { NodeId, ResourceId } from '#contracts';
import { arrowGraph } from './arrow-graph';
import { planCreate, planDelete } from './plan';
import type { ExistingResource, PlannedNode, RunningStep } from './plan';

/** Runs a plan in waves: each wave holds the names of what may run at once. */
function wavesOf(nodes: readonly PlannedNode[], names: readonly string[], ended: readonly number[] = []): string[][] {
  const waiting = nodes.map(({ waitingFor }) => waitingFor);
  for (const position of ended) waiting[position] = (waiting[position] ?? 0) - 1;
  const waves: string[][] = [];
  let ready = nodes.map((_, position) => position).filter((position) => waiting[position] === 0);
  while (ready.length > 0) {
    waves.push(ready.map((position) => names[nodes[position]!.resource]!).sort());
    ready = ready.flatMap((position) =>
      nodes[position]!.dependents.filter((dependent) => {
        waiting[dependent] = waiting[dependent]! - 1;
        return waiting[dependent] === 0;
      }),
    );
  }
  return waves;
}

function create(text: string): string[][] {
  const items = arrowGraph(text);
  return wavesOf(
    planCreate(items).nodes,
    items.map(({ name }) => name),
  );
}

function existing(text: string, notBegun: readonly string[] = []): ExistingResource[] {
  return arrowGraph(text).map((item) => ({
    ...item,
    id: item.name as ResourceId,
    begun: !notBegun.includes(item.name),
  }));
}

describe('planning a create', () => {
  it.each([
    ['independent resources at once', 'a, b, c', [['a', 'b', 'c']]],
    ['a chain link by link', 'c -> b, b -> a', [['a'], ['b'], ['c']]],
    ['a diamond', 'top -> left, top -> right, left -> base, right -> base', [['base'], ['left', 'right'], ['top']]],
    ['a dependency named twice counts once', 'b -> a, b -> a', [['a'], ['b']]],
    ['nothing for an empty stack', '', []],
  ])('makes %s', (_, text, waves) => {
    expect(create(text)).toEqual(waves);
  });
});

describe('planning a delete', () => {
  it('removes what needs others before what it needs', () => {
    const resources = existing('top -> left, top -> right, left -> base, right -> base');
    const plan = planDelete(resources, []);
    const names = resources.map(({ name }) => name);
    expect(wavesOf(plan.nodes, names)).toEqual([['top'], ['left', 'right'], ['base']]);
    expect(plan.discard).toEqual([]);
  });

  it('discards what was never begun, without a step', () => {
    const plan = planDelete(existing('b -> a', ['b']), []);
    expect(plan.discard).toEqual(['b']);
    expect(plan.nodes).toEqual([{ resource: 1, phase: 'cleanup', waitingFor: 0, dependents: [] }]);
  });

  it('waits for a step that still runs, also on a resource that was not begun', () => {
    const running: RunningStep[] = [{ node: 7 as NodeId, resourceId: 'b' as ResourceId, phase: 'forward' }];
    const plan = planDelete(existing('b -> a', ['b']), running);
    expect(plan.crossEdges).toEqual([{ running: 7, dependent: 0 }]);
    expect(plan.nodes.map(({ waitingFor }) => waitingFor)).toEqual([1, 1]);
    expect(wavesOf(plan.nodes, ['b', 'a'], [0])).toEqual([['b'], ['a']]);
  });

  it('removes every incarnation of a name that others need', () => {
    const resources: ExistingResource[] = [
      { id: '1' as ResourceId, name: 'a', requires: [], begun: true },
      { id: '2' as ResourceId, name: 'a', requires: [], begun: true },
      { id: '3' as ResourceId, name: 'b', requires: ['a'], begun: true },
    ];
    const plan = planDelete(resources, []);
    expect(plan.nodes.map(({ waitingFor }) => waitingFor)).toEqual([1, 1, 0]);
    expect(plan.nodes[2]?.dependents).toEqual([0, 1]);
  });
});

import type { NodeId, ResourceId } from '#contracts';
import { planCheck } from './plan-check';
import type { Incarnation } from './update/incarnations';

const row = (id: string, name: string, more: Partial<Incarnation> = {}): Incarnation => ({
  ...{ id: id as ResourceId, name, requires: [], begun: true, replaces: null },
  ...more,
});

describe('planning a check', () => {
  it('looks at each resource that counts, in no order', () => {
    const existing = [
      row('1', 'a', { requires: ['b'] }),
      row('2', 'b'),
      row('3', 'b', { replaces: '2' as ResourceId }),
      row('4', 'c', { begun: false }),
    ];
    expect(planCheck(existing, [])).toEqual({
      nodes: ['1', '3', '4'].map((resource) => ({ resource, waitingFor: 0 })),
      crossEdges: [],
    });
  });

  it('waits for steps that still run on a resource, and for no others', () => {
    const existing = [row('1', 'a'), row('2', 'b'), row('3', 'b', { replaces: '2' as ResourceId })];
    const running = [
      { node: 8 as NodeId, resourceId: '2' as ResourceId, phase: 'cleanup' as const },
      { node: 9 as NodeId, resourceId: '3' as ResourceId, phase: 'forward' as const },
    ];
    expect(planCheck(existing, running)).toEqual({
      nodes: [
        { resource: '1', waitingFor: 0 },
        { resource: '3', waitingFor: 1 },
      ],
      crossEdges: [{ running: 9, dependent: 1 }],
    });
  });
});

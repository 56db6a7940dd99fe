import type { Counters } from './counters';
import { inWindow, isSpent, moveNodes } from './counters';
import { settle } from './settle';
import { windowOf } from './share-room';

const none: Counters = { total: 0, ready: 0, published: 0, running: 0, parked: 0, done: 0, failed: 0, cancelled: 0 };

describe('settling an operation', () => {
  const base = { firstFailure: null, rollback: false };

  it.each([
    [
      'stays open while a node is left',
      { ...base, action: 'CREATE' as const, counters: { ...none, total: 2, done: 1, parked: 1 } },
      'open',
    ],
    [
      'completes when all are done',
      { ...base, action: 'CREATE' as const, counters: { ...none, total: 2, done: 2 } },
      'complete',
    ],
    ['completes an empty stack', { ...base, action: 'CREATE' as const, counters: none }, 'complete'],
    [
      'ends a delete with the stack gone',
      { ...base, action: 'DELETE' as const, counters: { ...none, total: 1, done: 1 } },
      'gone',
    ],
    [
      'completes a rollback with the stack still there',
      { ...base, action: 'ROLLBACK' as const, counters: none },
      'complete',
    ],
    [
      'fails when a node failed',
      { ...base, action: 'DELETE' as const, counters: { ...none, total: 2, failed: 1, cancelled: 1 } },
      'failed',
    ],
    [
      'fails when nodes were only cancelled',
      { ...base, action: 'CREATE' as const, counters: { ...none, total: 1, cancelled: 1 } },
      'failed',
    ],
    [
      'rolls a failed create back where that is wanted',
      { ...base, rollback: true, action: 'CREATE' as const, counters: { ...none, total: 1, failed: 1 } },
      'roll-back',
    ],
    [
      'does not roll back a rollback',
      { ...base, rollback: true, action: 'ROLLBACK' as const, counters: { ...none, total: 1, failed: 1 } },
      'failed',
    ],
  ])('%s', (_, state, outcome) => {
    expect(settle(state).outcome).toBe(outcome);
  });

  it('gives the first failure as the reason', () => {
    const state = {
      action: 'CREATE' as const,
      counters: { ...none, total: 1, failed: 1 },
      firstFailure: 'resources.a: no',
      rollback: false,
    };
    expect(settle(state)).toEqual({ outcome: 'failed', reason: 'resources.a: no' });
  });

  it('fails an operation that was given up before it had a node', () => {
    expect(settle({ action: 'CREATE', counters: none, firstFailure: 'no plan', rollback: false }).outcome).toBe(
      'failed',
    );
  });
});

describe('counting nodes', () => {
  it('moves nodes between states, waiting being what remains of the total', () => {
    const counters = { ...none, total: 3, ready: 2 };
    moveNodes(counters, 'ready', 'published', 2);
    moveNodes(counters, 'published', 'running');
    expect(inWindow(counters)).toBe(2);
    moveNodes(counters, 'running', 'done');
    moveNodes(counters, 'published', 'failed');
    expect(isSpent(counters)).toBe(false);
    moveNodes(counters, 'waiting', 'cancelled');
    expect(counters).toEqual({ ...none, total: 3, done: 1, failed: 1, cancelled: 1 });
    expect(isSpent(counters)).toBe(true);
  });
});

describe('sharing room', () => {
  const limits = { total: 8_000, perOperation: 1_000 };

  it.each([
    ['gives an operation that is alone all it may have', { projects: 1, operationsInProject: 1 }, 1_000],
    ['shares evenly among projects', { projects: 16, operationsInProject: 1 }, 500],
    ['shares a project’s part among its operations', { projects: 2, operationsInProject: 40 }, 100],
    ['never gives nothing', { projects: 1_000, operationsInProject: 1_000 }, 1],
    ['reads a demand that was not counted yet as one', { projects: 0, operationsInProject: 0 }, 1_000],
  ])('%s', (_, demand, window) => {
    expect(windowOf(demand, limits)).toBe(window);
  });
});

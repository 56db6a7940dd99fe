import fc from '../../test/support/fast-check';
import { inWindow, isSpent, moveNodes } from './counters';
import type { CountedState, Counters } from './counters';
import { settle } from './settle';

const OVER = ['done', 'failed', 'cancelled'] as const;
const OPEN = ['ready', 'published', 'running', 'parked'] as const;

/** How the engine moves nodes; from these states to those. */
const MOVES: readonly (readonly [CountedState, CountedState])[] = [
  ['waiting', 'ready'],
  ['waiting', 'done'],
  ['waiting', 'cancelled'],
  ['ready', 'published'],
  ['ready', 'running'],
  ['ready', 'cancelled'],
  ['published', 'ready'],
  ['published', 'running'],
  ['published', 'done'],
  ['published', 'failed'],
  ['published', 'cancelled'],
  ['running', 'ready'],
  ['running', 'parked'],
  ['running', 'done'],
  ['running', 'failed'],
  ['parked', 'ready'],
];

const fresh = (total: number): Counters => ({
  total,
  ready: 0,
  published: 0,
  running: 0,
  parked: 0,
  done: 0,
  failed: 0,
  cancelled: 0,
});

const waitingIn = (counters: Counters): number =>
  [...OPEN, ...OVER].reduce((left, state) => left - counters[state], counters.total);

/** Nodes one by one, each in its state: what the counters must agree with. */
class Nodes {
  readonly counters: Counters;
  private readonly states: CountedState[];

  constructor(total: number) {
    this.counters = fresh(total);
    this.states = Array.from({ length: total }, () => 'waiting');
  }

  /** Moves some of the nodes that are in `from`, as many as there are. */
  move([from, to]: readonly [CountedState, CountedState], most: number): void {
    const places = this.states.flatMap((state, place) => (state === from ? [place] : [])).slice(0, most);
    for (const place of places) this.states[place] = to;
    moveNodes(this.counters, from, to, places.length);
  }

  count(state: CountedState): number {
    return this.states.filter((other) => other === state).length;
  }
}

const walks = fc.tuple(
  fc.integer({ min: 0, max: 12 }),
  fc.array(fc.tuple(fc.constantFrom(...MOVES), fc.integer({ min: 1, max: 5 })), { maxLength: 80 }),
);

function walk([total, steps]: [number, [(typeof MOVES)[number], number][]], look: (nodes: Nodes) => void): void {
  const nodes = new Nodes(total);
  look(nodes);
  for (const [move, most] of steps) {
    nodes.move(move, most);
    look(nodes);
  }
}

describe('any walk of nodes through their states', () => {
  it('is counted right, never below nothing, and nothing is lost', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (nodes) => {
          const { counters } = nodes;
          for (const state of [...OPEN, ...OVER]) {
            expect(counters[state]).toBe(nodes.count(state));
            expect(counters[state]).toBeGreaterThanOrEqual(0);
          }
          expect(waitingIn(counters)).toBe(nodes.count('waiting'));
          expect(inWindow(counters)).toBe(nodes.count('published') + nodes.count('running'));
        });
      }),
    );
  });

  it('is at its end when, and only when, no node is left to be done', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (nodes) => {
          const left = nodes.count('waiting') + OPEN.reduce((sum, state) => sum + nodes.count(state), 0);
          expect(isSpent(nodes.counters)).toBe(left === 0);
        });
      }),
    );
  });
});

const operations = fc.record({
  action: fc.constantFrom('CREATE' as const, 'DELETE' as const, 'ROLLBACK' as const),
  firstFailure: fc.option(fc.string({ minLength: 1 })),
  rollback: fc.boolean(),
});

/** Operations whose nodes are all over. */
const ended = fc
  .tuple(operations, fc.record({ done: fc.nat(9), failed: fc.nat(9), cancelled: fc.nat(9) }))
  .map(([operation, over]) => {
    const counters = { ...fresh(over.done + over.failed + over.cancelled), ...over };
    return { ...operation, counters };
  });

describe('settling any operation', () => {
  it('waits for each node that is left', () => {
    fc.assert(
      fc.property(ended, fc.constantFrom('waiting' as const, ...OPEN), (operation, state) => {
        const counters = { ...operation.counters, total: operation.counters.total + 1 };
        moveNodes(counters, 'waiting', state);
        expect(settle({ ...operation, counters })).toEqual({ outcome: 'open' });
      }),
    );
  });

  it('never calls well what failed, nor failed what is well, and always says why', () => {
    fc.assert(
      fc.property(ended, (operation) => {
        const { counters, firstFailure } = operation;
        const isWell = counters.failed === 0 && counters.cancelled === 0 && firstFailure === null;
        const settlement = settle(operation);
        expect(['complete', 'gone'].includes(settlement.outcome)).toBe(isWell);
        expect(settlement).toHaveProperty('reason', expect.stringMatching(/./s));
        if (firstFailure !== null) expect(settlement).toHaveProperty('reason', firstFailure);
      }),
    );
  });

  it('rolls back what failed to be created where that is wanted, and nothing else', () => {
    fc.assert(
      fc.property(ended, (operation) => {
        const { outcome } = settle(operation);
        const isUndone = outcome === 'roll-back';
        const didFail = isUndone || outcome === 'failed';
        expect(isUndone).toBe(didFail && operation.action === 'CREATE' && operation.rollback);
        if (outcome === 'gone') expect(operation.action).toBe('DELETE');
      }),
    );
  });
});

import fc from '../../../test/support/fast-check';
import { planOwnership, shareOf } from './share';

const partitionCount = fc.integer({ min: 1, max: 64 });
const notifiers = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 });

describe('shareOf', () => {
  it('shares every partition out, evenly, in whatever order the notifiers are listed', () => {
    fc.assert(
      fc.property(notifiers, partitionCount, (alive, partitions) => {
        const shares = alive.map((id) => shareOf(id, [...alive].reverse(), partitions) ?? Number.NaN);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(partitions);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing of a notifier that is not alive', () => {
    expect(shareOf('a', ['b', 'c'], 16)).toBeUndefined();
  });
});

describe('planOwnership', () => {
  const state = fc.record({
    owned: fc.uniqueArray(fc.integer({ min: 0, max: 15 })),
    share: fc.integer({ min: 0, max: 16 }),
    partitions: fc.constant(16),
    start: fc.integer({ min: 0, max: 15 }),
  });

  it('ends at the share, keeps what it may, and never both lets go and takes', () => {
    fc.assert(
      fc.property(state, (given) => {
        const plan = planOwnership(given);
        expect(given.owned.length - plan.release.length + plan.take).toBe(given.share);
        expect(Math.min(plan.release.length, plan.take)).toBe(0);
        expect(plan.candidates.filter((partition) => given.owned.includes(partition))).toEqual([]);
        expect(plan.candidates.length).toBeGreaterThanOrEqual(plan.take);
      }),
    );
  });

  it('changes nothing while it does not know its share', () => {
    const plan = planOwnership({ owned: [1, 2], share: undefined, partitions: 16, start: 0 });
    expect(plan).toEqual({ release: [], candidates: [], take: 0 });
  });

  it('has notifiers, however they come and go, own each partition once', () => {
    const arrivals = fc.array(fc.oneof(fc.constant('join' as const), fc.nat({ max: 5 })), { maxLength: 20 });
    fc.assert(
      fc.property(arrivals, (events) => {
        const owners = new Map<string, number[]>([['n0', []]]);
        let named = 1;
        for (const event of events) {
          if (event === 'join') owners.set(`n${named++}`, []);
          else if (owners.size > 1) owners.delete([...owners.keys()][event % owners.size]!);
          for (let round = 0; round < 3; round++) settle(owners);
        }
        settle(owners);
        settle(owners);
        const all = [...owners.values()].flat().sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: 16 }, (_, index) => index));
      }),
    );
  });
});

/** One look of each notifier; the locks are what no other owns. */
function settle(owners: Map<string, number[]>): void {
  for (const [id, owned] of owners) {
    const share = shareOf(id, [...owners.keys()], 16);
    const plan = planOwnership({ owned, share, partitions: 16, start: 0 });
    const kept = owned.filter((partition) => !plan.release.includes(partition));
    owners.set(id, kept);
    const taken = new Set([...owners.values()].flat());
    const free = plan.candidates.filter((partition) => !taken.has(partition));
    owners.set(id, [...kept, ...free.slice(0, plan.take)]);
  }
}

import fc from '../../test/support/fast-check';
import { windowOf } from './share-room';

/** Projects that have work, and how many operations each. */
const services = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 });

const limits = fc.record({
  perOperation: fc.integer({ min: 1, max: 2_000 }),
  total: fc.integer({ min: 1, max: 20_000 }),
});

function windowsOf(service: readonly number[], of: { total: number; perOperation: number }): number[] {
  return service.map((operationsInProject) => windowOf({ projects: service.length, operationsInProject }, of));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('any share of the room', () => {
  it('is a whole number, at least one, and no more than an operation may have', () => {
    fc.assert(
      fc.property(services, limits, (service, of) => {
        for (const window of windowsOf(service, of)) {
          expect(Number.isInteger(window)).toBe(true);
          expect(window).toBeGreaterThanOrEqual(1);
          expect(window).toBeLessThanOrEqual(of.perOperation);
        }
      }),
    );
  });

  it('adds up to no more than the service’s room, but for the one that nobody is denied', () => {
    fc.assert(
      fc.property(services, limits, (service, of) => {
        const windows = windowsOf(service, of);
        const above = sum(service.map((operations, project) => operations * (windows[project]! - 1)));
        expect(above).toBeLessThanOrEqual(of.total);
        const isEnough = service.every((operations) => of.total / service.length / operations >= 1);
        if (isEnough) expect(above + sum(service)).toBeLessThanOrEqual(of.total);
      }),
    );
  });

  it('leaves no project less because another has more operations', () => {
    fc.assert(
      fc.property(services, limits, fc.nat(), fc.integer({ min: 1, max: 100_000 }), (service, of, pick, more) => {
        const crowded = pick % service.length;
        const before = windowsOf(service, of);
        const after = windowsOf(
          service.map((operations, project) => (project === crowded ? operations + more : operations)),
          of,
        );
        before.forEach((window, project) => {
          if (project !== crowded) expect(after[project]).toBe(window);
        });
        expect(after[crowded]).toBeLessThanOrEqual(before[crowded]!);
      }),
    );
  });

  it('wastes no more than rounding does: who is alone in its project has the project’s whole part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), limits, (projects, of) => {
        const window = windowOf({ projects, operationsInProject: 1 }, of);
        expect(window).toBe(Math.max(1, Math.min(of.perOperation, Math.floor(of.total / projects))));
      }),
    );
  });
});

import { planRestart } from './restart-delay';

describe('planRestart', () => {
  /** The pauses after lives of so many ms. */
  function delays(...lives: number[]): number[] {
    let history = { quickEnds: 0 };
    return lives.map((lived) => {
      const plan = planRestart(history, lived);
      history = plan.history;
      return plan.delayMs;
    });
  }

  it('waits longer from one quick end to the next, and not for ever', () => {
    expect(delays(0, 0, 0, 0, 0, 0, 0, 0)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('forgets the quick ends once one has lasted', () => {
    expect(delays(0, 0, 60_000, 0)).toEqual([500, 1_000, 500, 1_000]);
  });
});

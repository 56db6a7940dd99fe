import { RateLimit } from './rate-limit';

describe('RateLimit', () => {
  let clock: number;

  beforeEach(() => {
    clock = 1_000_000;
  });

  const limitOf = (perMinute: number, burst: number): RateLimit => new RateLimit({ perMinute, burst }, () => clock);

  /** How many of so many requests at once pass. */
  function passed(limit: RateLimit, project: string, requests: number): number {
    return Array.from({ length: requests }, () => limit.take(project)).filter((wait) => wait === 0).length;
  }

  it.each([
    [1, 1],
    [3, 7],
    [7, 100],
    [1_000, 1],
  ])('with %d a minute and %d at once lets just those pass, and then as many as come in time', (perMinute, burst) => {
    const limit = limitOf(perMinute, burst);
    expect(passed(limit, 'p', 2 * burst)).toBe(burst);
    clock += 60_000;
    expect(passed(limit, 'p', 2 * burst + perMinute)).toBe(Math.min(burst, perMinute));
    clock += 3_600_000;
    expect(passed(limit, 'p', 2 * burst)).toBe(burst);
  });

  it('says in how many seconds a request may come again, and keeps to it', () => {
    const limit = limitOf(24, 1);
    expect(limit.take('p')).toBe(0);
    expect(limit.take('p')).toBe(3);
    clock += 1_000;
    expect(limit.take('p')).toBe(2);
    clock += 2_000;
    expect(limit.take('p')).toBe(0);
  });

  it('lets no project pay for another', () => {
    const limit = limitOf(1, 2);
    expect([passed(limit, 'a', 5), passed(limit, 'b', 5)]).toEqual([2, 2]);
  });

  it('forgets projects that have asked for nothing lately', () => {
    const limit = limitOf(60, 1);
    for (let project = 0; project < 9_999; project += 1) limit.take(`old ${project}`);
    clock += 2_000;
    limit.take('new');
    expect(limit.size).toBe(1);
  });
});

import { Limiter } from './limiter';

describe('a limiter', () => {
  it('runs so many at once, and the rest in turn, whatever fails', async () => {
    const limiter = new Limiter(2);
    const ends: (() => void)[] = [];
    const started: number[] = [];
    const runs = [0, 1, 2, 3].map((n) =>
      limiter.run(async () => {
        started.push(n);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (n === 0) throw new Error('failed');
      }),
    );
    const failed = expect(runs[0]).rejects.toThrow('failed');
    expect(started).toEqual([0, 1]);
    for (let n = 0; n < 4; n++) {
      while (ends.length <= n) await Promise.resolve();
      expect(started).toHaveLength(Math.min(4, n + 2));
      ends[n]?.();
      await runs[n]?.catch(() => undefined);
    }
    await failed;
    expect(started).toEqual([0, 1, 2, 3]);
  });
});

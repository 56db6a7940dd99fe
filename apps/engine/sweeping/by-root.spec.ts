import pino from 'pino';
import type { RootId } from '#contracts';
import type { Effects } from '../database/root-transaction';
import { byRoot } from './by-root';

const log = pino({ level: 'silent' });

function row(root: string, id: number): { root_id: RootId; id: number } {
  return { root_id: root as RootId, id };
}

describe('a sweep over several roots', () => {
  const effects: Effects = { publish: [], commands: [], partitions: new Set(), taken: [], roomTaken: 0 };

  it('is one transaction where nothing is wrong', async () => {
    const runs: number[][] = [];
    const done = await byRoot(
      [row('a', 1), row('b', 2)],
      (items) => {
        runs.push(items.map(({ id }) => id));
        return Promise.resolve(effects);
      },
      log,
    );
    expect(runs).toEqual([[1, 2]]);
    expect(done).toEqual([effects]);
  });

  it('does each root by itself where one is bad, and leaves only that one', async () => {
    const runs: number[][] = [];
    const done = await byRoot(
      [row('bad', 1), row('a', 2), row('bad', 3), row('b', 4)],
      (items) => {
        runs.push(items.map(({ id }) => id));
        return items.some(({ root_id }) => root_id === 'bad')
          ? Promise.reject(new Error('no'))
          : Promise.resolve(effects);
      },
      log,
    );
    expect(runs).toEqual([[1, 2, 3, 4], [1, 3], [2], [4]]);
    expect(done).toHaveLength(2);
  });

  it('does nothing for nothing', async () => {
    expect(await byRoot([], () => Promise.reject(new Error('never')), log)).toEqual([]);
  });
});

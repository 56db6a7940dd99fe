import pino from 'pino';
import type { NodeId, RootId } from '#contracts';
import type { Applied } from './apply-changes';
import type { ClaimedNode } from '../work/claimed-node';
import type { Change } from './change';
import { GroupCommit } from './group-commit';

type Claim = Extract<Change, { kind: 'claim' }>;

function claim(nodeId: number, root = 'root'): Claim {
  return { kind: 'claim', rootId: root as RootId, nodeId: nodeId as NodeId };
}

/** A fault of the data, as the database tells it. */
function faultOfData(code = '22021'): Error {
  return Object.assign(new Error('refused'), { code });
}

/** A group commit over transactions that the test ends one by one. */
function harness(fails: (nodes: number[], attempt: number) => Error | undefined = () => undefined) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  let gated = false;
  const commits = new GroupCommit({
    apply: async (changes) => {
      const nodes = changes.map((change) => Number((change as Claim).nodeId));
      batches.push(nodes);
      if (gated) await new Promise<void>((resolve) => gates.push(resolve));
      const error = fails(nodes, batches.length);
      if (error) throw error;
      return {
        kept: new Set(),
        effects: { publish: [], commands: [], partitions: new Set(), taken: [], roomTaken: 0 },
      } satisfies Applied;
    },
    committed: () => undefined,
    wait: () => new Promise(setImmediate),
    log: pino({ level: 'silent' }),
  });
  return {
    commits,
    batches,
    gate: () => {
      gated = true;
    },
    open: () => {
      gated = false;
      for (const gate of gates.splice(0)) gate();
    },
  };
}

describe('the group commit', () => {
  it('commits what comes in one turn together', async () => {
    const { commits, batches } = harness();
    await Promise.all([commits.commit(claim(1)), commits.commit(claim(2)), commits.commit(claim(3))]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('gathers what comes while a transaction runs, for the next one', async () => {
    const { commits, batches, gate, open } = harness();
    gate();
    const first = commits.commit(claim(1));
    await new Promise(setImmediate);
    const later = [commits.commit(claim(2)), commits.commit(claim(3))];
    expect(batches).toEqual([[1]]);
    open();
    await Promise.all([first, ...later]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('never puts more than 500 into one transaction', async () => {
    const { commits, batches } = harness();
    await Promise.all(Array.from({ length: 1_100 }, (_, node) => commits.commit(claim(node))));
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 100]);
  });

  it('tries a batch with a bad root again root by root, so that the others are not held up', async () => {
    let healed = false;
    const { commits, batches } = harness((nodes) => (!healed && nodes.includes(13) ? faultOfData() : undefined));
    const bad = commits.commit(claim(13, 'bad'));
    let badEnded = false;
    void bad.then(() => {
      badEnded = true;
    });
    await Promise.all([commits.commit(claim(1, 'good')), commits.commit(claim(2, 'better'))]);
    expect(batches.slice(0, 4)).toEqual([[13, 1, 2], [13], [1], [2]]);
    expect(badEnded).toBe(false);
    healed = true;
    await bad;
  });

  it('keeps everything until a server that is away is back', async () => {
    const { commits, batches } = harness((_, attempt) => (attempt < 4 ? new Error('connection refused') : undefined));
    await Promise.all([commits.commit(claim(1, 'a')), commits.commit(claim(2, 'b'))]);
    expect(batches).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    await commits.idle();
  });

  it('is idle only when what was postponed is committed too', async () => {
    const { commits, batches } = harness((_, attempt) => (attempt === 1 ? new Error('connection refused') : undefined));
    void commits.commit(claim(1));
    await commits.idle();
    expect(batches).toEqual([[1], [1]]);
  });
});

describe('a result that the database refuses', () => {
  it.each([
    ['it is no valid text', '22021'],
    ['it breaks a constraint', '23514'],
    ['it is too large', '54000'],
    ['a trigger of the operator’s says no', 'P0001'],
  ])('becomes a failure of its resource, so that its node does not hang: %s', async (_, code) => {
    const committed: Change[] = [];
    const commits = new GroupCommit({
      apply: (changes) => {
        if (changes.some(({ kind }) => kind === 'done')) return Promise.reject(faultOfData(code));
        committed.push(...changes);
        return Promise.resolve({
          kept: new Set(),
          effects: { publish: [], commands: [], partitions: new Set(), taken: [], roomTaken: 0 },
        });
      },
      committed: () => undefined,
      wait: () => new Promise(setImmediate),
      log: pino({ level: 'silent' }),
    });
    const node = { id: 1 as NodeId, root_id: 'root' as RootId } as ClaimedNode;
    await commits.commit({
      kind: 'done',
      rootId: node.root_id,
      node,
      physicalId: 'x',
      attributes: null,
      properties: null,
      metadata: null,
    });
    expect(committed).toEqual([
      expect.objectContaining({ kind: 'failed', node, reason: 'its result can’t be stored; its outcome is unknown' }),
    ]);
  });
});

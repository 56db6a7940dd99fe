import { randomUUID } from 'node:crypto';
import type { NodeId, ResourceId } from '#contracts';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { withSession } from '../database/session';
import type { ClaimedNode } from '../work/claimed-node';
import { READ_PUBLISHED } from '../work/statements';
import type { Change } from './change';

jest.setTimeout(60_000);

const NONE = { type: 'OS::Heat::None' };

let ground: Engines;
let engine: TestEngine;
let stack: AcceptedStack;
/** A node that was told to the work queue, and that the other resource's node waits for. */
let node: ClaimedNode;

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine();
  // From now on it leaves nodes to others, of which there are none.
  await engine.worker.drain();
  const resources = { a: NONE, b: { ...NONE, depends_on: 'a' } };
  stack = await ground.accept({ heat_template_version: '2021-04-16', resources });
  await engine.planner.plan(stack.command);
  const ids = (await ground.database.query<{ id: NodeId }[]>('SELECT id FROM nodes')).map(({ id }) => id);
  const rows = await withSession(ground.database, (session) => session.rows<ClaimedNode>(READ_PUBLISHED, [ids]));
  node = rows[0]!;
});

afterEach(async () => {
  await ground.stop();
});

const done = (): Change => {
  return {
    kind: 'done',
    rootId: node.root_id,
    node,
    physicalId: null,
    attributes: null,
    properties: null,
    metadata: null,
  };
};
const failed = (): Change => ({ kind: 'failed', rootId: node.root_id, node, reason: 'no', physicalId: null });

/** Hands changes over in one turn, so that one transaction has them all. */
async function commitTogether(...changes: Change[]): Promise<void> {
  await Promise.all(changes.map((change) => engine.groupCommit.commit(change)));
}

interface Counted {
  total: number;
  ready: number;
  published: number;
  done: number;
  failed: number;
  cancelled: number;
}

async function counted(): Promise<Counted> {
  const text = 'SELECT total, ready, published, done, failed, cancelled FROM operations';
  const [row] = await ground.database.query<[Counted]>(text);
  return row;
}

/** How often the end of the first resource was told. */
async function told(): Promise<string[]> {
  const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
  return rows
    .map(({ body }) => JSON.parse(body) as { data: { resource_name?: string; status: string } })
    .filter(({ data }) => data.resource_name === 'a')
    .map(({ data }) => data.status);
}

const AFTER_ONE = { total: 2, ready: 0, published: 1, done: 1, failed: 0, cancelled: 0 };

describe('a decision that comes more than once, as when a commit was not answered', () => {
  const replace = (replacement: ResourceId): Change => {
    const what = { task: 'create' as const, madeType: 'OS::Heat::None', tells: true };
    return { kind: 'begin', rootId: node.root_id, node, replacement, ...what };
  };

  it('makes one row, is told once, and leaves the node to its worker', async () => {
    await ground.database.query(
      "UPDATE nodes SET state = 'running', task = 'decide', worker_id = gen_random_uuid() WHERE id = $1",
      [node.id],
    );
    const change = replace(randomUUID() as ResourceId);
    expect(await engine.groupCommit.commit(change)).toBe(true);
    const before = await ground.everything();
    expect(await told()).toEqual(['IN_PROGRESS']);
    expect(await engine.groupCommit.commit(change)).toBe(true);
    expect(await ground.everything()).toEqual(before);
    expect((await ground.resources(stack.id)).map(({ name, action }) => `${name} ${action}`).sort()).toEqual([
      'a CREATE',
      'a INIT',
      'b INIT',
    ]);
  });
});

describe('a result that comes more than once', () => {
  it('in one transaction, counts, is told and lets go what waits for it, once', async () => {
    await commitTogether(done(), done(), done());
    expect(await counted()).toEqual(AFTER_ONE);
    expect(await told()).toEqual(['COMPLETE']);
    const waiting = await ground.database.query<object[]>('SELECT state, waiting_for FROM nodes');
    expect(waiting).toEqual([{ state: 'published', waiting_for: 0 }]);
  });

  it('later, changes nothing', async () => {
    await commitTogether(done());
    const before = await ground.everything();
    await commitTogether(done(), failed());
    expect(await ground.everything()).toEqual(before);
  });

  it('and says otherwise, is what it was first', async () => {
    await commitTogether(done(), failed());
    expect(await counted()).toEqual(AFTER_ONE);
    expect(await told()).toEqual(['COMPLETE']);
  });

  it('under a token of before, changes nothing, also beside one that is right', async () => {
    await ground.database.query('UPDATE nodes SET token = token + 1 WHERE id = $1', [node.id]);
    const before = await ground.everything();
    const old = done();
    await commitTogether(old);
    expect(await ground.everything()).toEqual(before);
    node = { ...node, token: node.token + 1 };
    await commitTogether(old, failed());
    expect(await counted()).toEqual({ total: 2, ready: 0, published: 0, done: 0, failed: 1, cancelled: 1 });
    expect(await told()).toEqual(['FAILED']);
  });
});

import { Engines } from '../../../test/support/engines';
import type { TestEngine } from '../../../test/support/engines';
import { until } from '../../../test/support/until';
import { scripted } from '../../../test/support/scripted-type';

jest.setTimeout(60_000);

const LEASE_MS = 3_000;

let ground: Engines;

beforeEach(async () => {
  ground = await Engines.start();
});

afterEach(async () => {
  await ground.stop();
});

/** An engine that has planned a stack whose one step never ends, and holds that. */
async function startHolder(): Promise<TestEngine> {
  const holder = await ground.startEngine();
  const r = scripted({ create: () => new Promise(() => undefined) });
  const stack = await ground.accept({ heat_template_version: '2021-04-16', resources: { r } });
  await holder.planner.plan(stack.command);
  await heldBy(holder);
  return holder;
}

interface NodeRow {
  state: string;
  token: number;
  attempts: number;
  worker_id: string;
}

async function node(): Promise<NodeRow> {
  const [row] = await ground.database.query<[NodeRow]>('SELECT state, token, attempts, worker_id FROM nodes');
  return row;
}

async function heldBy(engine: TestEngine): Promise<void> {
  await until('the engine has the node', async () => {
    const { state, worker_id: worker } = await node();
    return state === 'running' && worker === engine.heartbeat.workerId;
  });
}

/** The node's worker is one that nobody has heard of. */
async function loseWorker(): Promise<void> {
  await ground.database.query('UPDATE nodes SET worker_id = gen_random_uuid()');
}

/** Sweeps until the node is taken back, which must not be sooner than a lease after `since`; answers how often it was too soon. */
async function sweepUntilTaken(engine: TestEngine, since: number): Promise<number> {
  const { token } = await node();
  let tooSoon = 0;
  await until('the node is taken back', async () => {
    await engine.sweeper.sweep();
    const isTaken = (await node()).token > token;
    if (performance.now() - since < LEASE_MS) {
      expect(isTaken).toBe(false);
      tooSoon += 1;
    }
    return isTaken;
  });
  return tooSoon;
}

describe('the sweeper', () => {
  it('takes nobody’s nodes for a lease’s time after a start, and after a gap of its own', async () => {
    await startHolder();
    await loseWorker();
    const started = performance.now();
    const engine = await ground.startEngine({ KILN_LEASE_MS: String(LEASE_MS) });
    expect(await sweepUntilTaken(engine, started)).toBeGreaterThan(0);
    await heldBy(engine);
    expect(await node()).toMatchObject({ attempts: 1 });

    await loseWorker();
    ground.proxy.sever();
    await until('the gap shows', () => engine.heartbeat.steadyForMs === 0);
    const back = performance.now();
    ground.proxy.restore();
    await until('it renews again', () => engine.heartbeat.steadyForMs > 0);
    expect(await sweepUntilTaken(engine, back)).toBeGreaterThan(0);
    await heldBy(engine);
    expect(await node()).toMatchObject({ attempts: 2 });
  });

  it('leaves a node to a worker that renews, however long', async () => {
    const engine = await ground.startEngine({ KILN_LEASE_MS: String(LEASE_MS) });
    const holder = await startHolder();
    const { token } = await node();
    await until('it may take nodes', () => engine.heartbeat.steadyForMs > LEASE_MS);
    await engine.sweeper.sweep();
    expect(await node()).toMatchObject({ token, state: 'running', worker_id: holder.heartbeat.workerId });
  });

  it('takes the nodes of a worker that renews no more', async () => {
    const engine = await ground.startEngine({ KILN_LEASE_MS: '500' });
    const holder = await startHolder();
    await holder.heartbeat.stop({ isBusy: true });
    await until('it takes the node', async () => {
      await engine.sweeper.sweep();
      return (await node()).attempts === 1;
    });
    await heldBy(engine);
  });
});

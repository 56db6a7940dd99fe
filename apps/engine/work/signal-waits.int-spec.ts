import { createHash } from 'node:crypto';
import type { Step, StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const TIMES = { KILN_ACTION_TIMEOUT_MS: '1500', KILN_LEASE_MS: '1500' };
const WAIT: StepAnswer = { outcome: 'wait', state: 'asked' };
const DONE: StepAnswer = { outcome: 'done', physicalId: 'made', attributes: {} };

let ground: Engines;
let engine: TestEngine;

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine(TIMES);
});

afterEach(async () => {
  await ground.stop();
});

/** A stack of one step that does this; planned, and begun. */
async function begin(create: (step: Step, call: number) => Promise<StepAnswer> | StepAnswer): Promise<AcceptedStack> {
  let calls = 0;
  const take = (step: Step): Promise<StepAnswer> | StepAnswer => create(step, (calls += 1));
  const stack = await ground.accept({
    heat_template_version: '2021-04-16',
    resources: { r: scripted({ create: take }) },
  });
  await engine.planner.plan(stack.command);
  return stack;
}

interface Parked {
  worker_id: string | null;
  timers: number;
  /** Seconds that the timer, and the deadline, are away. */
  due: number;
  left: number;
}

async function parked(): Promise<Parked> {
  const text = `
    SELECT n.worker_id, (SELECT count(*)::int FROM timers t WHERE t.node_id = n.id) AS timers,
      (SELECT extract(epoch FROM max(t.due_at) - now())::float8 FROM timers t WHERE t.node_id = n.id) AS due,
      extract(epoch FROM n.deadline - now())::float8 AS left
    FROM nodes n WHERE n.state = 'parked' AND n.awaits = n.resource_id`;
  return until('the node waits', async () => (await ground.database.query<Parked[]>(text))[0]);
}

/** As the api stores one, for whoever waits already. */
async function storeSignal(resourceId: string, id: string): Promise<void> {
  const key = createHash('sha256').update(id).digest();
  const sealed = ground.secrets.seal({ id, status: 'SUCCESS', reason: '', data: null });
  const text = 'INSERT INTO signals (resource_id, key, sealed_body) VALUES ($1, $2, $3)';
  await ground.database.query(text, [resourceId, key, sealed]);
}

async function letTimePass(interval: string): Promise<void> {
  await ground.database.query(`UPDATE nodes SET deadline = deadline - interval '${interval}'`);
  await ground.database.query(`UPDATE timers SET due_at = due_at - interval '${interval}' WHERE kind = 'node-wake'`);
}

async function sweepUntilSettled({ id }: AcceptedStack, by = engine): Promise<Awaited<ReturnType<Engines['stack']>>> {
  return until('the stack settles', async () => {
    await by.sweeper.sweep();
    const stack = await ground.stack(id);
    return stack.status !== 'IN_PROGRESS' && stack;
  });
}

describe('a step that waits for a signal', () => {
  it('is held by nobody meanwhile, and ends with the time of its step', async () => {
    const stack = await begin(() => WAIT);
    const { worker_id: worker, timers, due, left } = await parked();
    expect([worker, timers, due]).toEqual([null, 1, left]);
    expect(engine.runner.busy).toBe(0);
    const { status, status_reason: reason } = await sweepUntilSettled(stack);
    expect([status, reason]).toEqual(['FAILED', expect.stringContaining('it did not end in its time')]);
  });

  it('may wait longer than a step may take, and is asked when that time is over, by whoever is there then', async () => {
    const states: unknown[] = [];
    const stack = await begin(({ state }, call) => {
      states.push(state);
      return call === 1 ? { ...WAIT, atMostMs: 3_600_000 } : DONE;
    });
    const { due, left } = await parked();
    expect(left).toBeCloseTo(due, 3);
    expect(Math.round(due / 60)).toBe(60);
    await engine.stop();
    const next = await ground.startEngine(TIMES);
    await letTimePass('1 hour');
    expect(await sweepUntilSettled(stack, next)).toMatchObject({ status: 'COMPLETE' });
    expect(states).toEqual([null, 'asked']);
  });

  it('misses none that comes between its look and its commit', async () => {
    const stack = await begin(async ({ resourceId }, call) => {
      if (call > 1) return DONE;
      await storeSignal(resourceId, 'early');
      return { ...WAIT, atMostMs: 3_600_000 };
    });
    expect(await ground.settled(stack.id)).toMatchObject({ status: 'COMPLETE' });
  });

  it('has one timer, however often a signal woke it, and its time goes on', async () => {
    const stack = await begin(async ({ resourceId }, call) => {
      if (call <= 3) await storeSignal(resourceId, `number ${call}`);
      if (call === 4) await ground.database.query('DELETE FROM signals');
      return { ...WAIT, atMostMs: 3_600_000 };
    });
    const { timers, due, left } = await parked();
    expect([timers, Math.round(due / 60)]).toEqual([1, 60]);
    expect(left).toBeCloseTo(due, 0);
    await engine.planner.plan(await ground.acceptDelete(stack));
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
    expect(await ground.database.query('SELECT id FROM timers')).toEqual([]);
  });

  it('is superseded at once, also where it was in its call', async () => {
    let answer: (told: StepAnswer) => void = () => undefined;
    const stack = await begin(() => new Promise<StepAnswer>((resolve) => (answer = resolve)));
    await until('it is in its call', () => engine.runner.busy === 1);
    await engine.planner.plan(await ground.acceptDelete(stack));
    answer(WAIT);
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
  });
});

import type { StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const TIMES = { KILN_ACTION_TIMEOUT_MS: '1500', KILN_LEASE_MS: '1500' };
const AGAIN: StepAnswer = { outcome: 'again', afterMs: 1_000, state: 'asked' };
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

/** A stack of one step that gives these answers in turn, the last for ever; planned, and begun. */
async function begin(
  ...answers: (StepAnswer | Promise<StepAnswer>)[]
): Promise<AcceptedStack & { calls: () => number }> {
  let calls = 0;
  const create = (): StepAnswer | Promise<StepAnswer> => answers[Math.min((calls += 1), answers.length) - 1]!;
  const stack = await ground.accept({ heat_template_version: '2021-04-16', resources: { r: scripted({ create }) } });
  await engine.planner.plan(stack.command);
  return { ...stack, calls: () => calls };
}

async function inState(state: string): Promise<void> {
  const text = 'SELECT 1 FROM nodes WHERE state = $1';
  await until(`the node is ${state}`, async () => (await ground.database.query<object[]>(text, [state])).length === 1);
}

/** As if so much time had passed in which no engine was there. */
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

describe('the deadline of a step', () => {
  it('goes on while the step is parked', async () => {
    const stack = await begin(AGAIN);
    const { status, status_reason: reason } = await sweepUntilSettled(stack);
    expect([status, reason]).toEqual(['FAILED', expect.stringContaining('it did not end in its time')]);
    // At once, when its time was over (which woke it sooner than it had asked for), and no more often than it asked.
    expect(stack.calls()).toBe(3);
  });

  it('lets a step that comes back too late look once more: it may be done', async () => {
    const stack = await begin(AGAIN, DONE);
    await inState('parked');
    await letTimePass('1 hour');
    expect(await sweepUntilSettled(stack)).toMatchObject({ status: 'COMPLETE' });
    expect(stack.calls()).toBe(2);
  });

  it('is put off by a wait that belongs to the resource, and by no other', async () => {
    const stack = await begin({ ...AGAIN, deliberate: true, afterMs: 3_600_000 }, AGAIN, DONE);
    await inState('parked');
    await letTimePass('1 hour');
    expect(await sweepUntilSettled(stack)).toMatchObject({ status: 'COMPLETE' });
    expect(stack.calls()).toBe(3);
  });

  it('begins anew with the next worker where a lease was lost', async () => {
    const stack = await begin(new Promise<StepAnswer>(() => undefined), DONE);
    await inState('running');
    await letTimePass('1 hour');
    await engine.heartbeat.stop({ isBusy: true });
    const next = await ground.startEngine(TIMES);
    expect(await sweepUntilSettled(stack, next)).toMatchObject({ status: 'COMPLETE' });
  });

  it('is kept by others where its own worker, though alive, does not keep it', async () => {
    const stack = await begin(new Promise<StepAnswer>(() => undefined));
    await inState('running');
    await ground.database.query(
      `INSERT INTO workers (id, kind, name, heartbeat_at) VALUES (gen_random_uuid(), 'engine', 'stuck', now() + interval '1 hour')`,
    );
    await ground.database.query(`UPDATE nodes SET worker_id = (SELECT id FROM workers WHERE name = 'stuck')`);
    await letTimePass('1 minute');
    const { status, status_reason: reason } = await sweepUntilSettled(stack);
    expect([status, reason]).toEqual(['FAILED', expect.stringContaining('it did not end in its time')]);
  });
});

import { GONE, ResourceFailure } from '#resources';
import type { StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { until } from '../../../test/support/until';
import { scripted } from '../../../test/support/scripted-type';

jest.setTimeout(60_000);

const A_LOCK = 4_711;
const ANSWERS = {
  keep: { outcome: 'again', afterMs: 0, state: 'kept', physicalId: 'told-1' },
  park: { outcome: 'again', afterMs: 3_600_000, state: 'parked', physicalId: 'told-1' },
  done: { outcome: 'done', physicalId: 'told-1', attributes: { value: 'made' } },
} as const satisfies Record<string, StepAnswer>;
const KINDS = ['keep', 'park', 'done'] as const;
type Kind = (typeof KINDS)[number];

let ground: Engines;
let engine: TestEngine;
/** The physical ids that the steps of the create, and those of the delete, were given. */
let given: { create: (string | null)[]; delete: (string | null)[] };

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine();
  given = { create: [], delete: [] };
});

afterEach(async () => {
  await ground.stop();
});

/** Creates a stack of one resource, whose first step does something and then answers; a second one fails. */
async function create(answer: StepAnswer, before: () => unknown): Promise<AcceptedStack> {
  const r = scripted({
    create: async ({ physicalId }) => {
      given.create.push(physicalId);
      if (given.create.length > 1) throw new ResourceFailure('no more');
      await before();
      return answer;
    },
    delete: ({ physicalId }) => {
      given.delete.push(physicalId);
      return GONE;
    },
  });
  const stack = await ground.accept({ heat_template_version: '2021-04-16', resources: { r } });
  await engine.planner.plan(stack.command);
  return stack;
}

/** The step came to what it comes to when nothing is wrong, and its resource has the id. */
async function expectStored(stack: AcceptedStack, kind: Kind): Promise<void> {
  await until('the step is at its end, or waits', async () => {
    const nodes = await ground.database.query<{ state: string }[]>('SELECT state FROM nodes');
    return nodes.every(({ state }) => state === 'parked');
  });
  expect(given.create).toEqual(kind === 'keep' ? [null, 'told-1'] : [null]);
  const status = { keep: 'FAILED', park: 'IN_PROGRESS', done: 'COMPLETE' }[kind];
  expect(await ground.resources(stack.id)).toEqual([
    expect.objectContaining({ action: 'CREATE', status, physical_id: 'told-1' }),
  ]);
}

async function expectDeletedByIt(stack: AcceptedStack): Promise<void> {
  await engine.planner.plan(await ground.acceptDelete(stack));
  expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
  expect(given.delete).toEqual(['told-1']);
}

async function commitFailed(): Promise<void> {
  await until('the commit failed', () => engine.warnings.includes('a commit failed; it is tried again'));
}

describe('a physical id that a step has told', () => {
  it.each(KINDS)('is stored when the database was away for its commit: %s', async (kind) => {
    const stack = await create(ANSWERS[kind], () => ground.proxy.sever());
    await commitFailed();
    expect(await ground.resources(stack.id)).toEqual([expect.objectContaining({ physical_id: null })]);
    ground.proxy.restore();
    await expectStored(stack, kind);
    await expectDeletedByIt(stack);
  });

  it.each(KINDS)('is stored, and the change made once, when its commit was not answered: %s', async (kind) => {
    const holder = ground.database.createQueryRunner();
    await ground.database.query(`
      CREATE FUNCTION wait_for_holder() RETURNS trigger AS $$
        BEGIN PERFORM pg_advisory_xact_lock(${A_LOCK}); RETURN NULL; END $$ LANGUAGE plpgsql`);
    await ground.database.query(`
      CREATE CONSTRAINT TRIGGER hold AFTER UPDATE OR DELETE ON nodes DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION wait_for_holder()`);
    const stack = await create(ANSWERS[kind], () => holder.query('SELECT pg_advisory_lock($1)', [A_LOCK]));
    await until('the commit waits', async () => {
      const text = `SELECT 1 FROM pg_stat_activity WHERE query = 'COMMIT' AND wait_event = 'advisory'`;
      return (await ground.database.query<unknown[]>(text)).length > 0;
    });
    // The server goes on with the commit, and tells nobody how it ended.
    ground.proxy.dropConnections();
    await commitFailed();
    await holder.query('SELECT pg_advisory_unlock($1)', [A_LOCK]);
    await holder.release();
    await engine.groupCommit.idle();
    await expectStored(stack, kind);
    const timers = await ground.database.query<unknown[]>(`SELECT 1 FROM timers WHERE kind = 'node-wake'`);
    expect(timers).toHaveLength(kind === 'park' ? 1 : 0);
    expect(await toldOfResource()).toEqual({ keep: ['FAILED'], park: [], done: ['COMPLETE'] }[kind]);
    await expectDeletedByIt(stack);
  });
});

/** What the outbox tells of the resource beyond its beginning. */
async function toldOfResource(): Promise<string[]> {
  const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
  const events = rows.map(({ body }) => JSON.parse(body) as { data: { resource_name?: string; status: string } });
  return events
    .filter(({ data }) => data.resource_name !== undefined && data.status !== 'IN_PROGRESS')
    .map(({ data }) => data.status);
}

import { GONE } from '#resources';
import type { StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';

jest.setTimeout(60_000);

const ANSWERS = {
  keep: { outcome: 'again', afterMs: 0, state: 'kept', physicalId: 'told-1' },
  park: { outcome: 'again', afterMs: 3_600_000, state: 'parked', physicalId: 'told-1' },
  done: { outcome: 'done', physicalId: 'told-1', attributes: { value: 'made' } },
} as const satisfies Record<string, StepAnswer>;
const KINDS = ['keep', 'park', 'done'] as const;

let ground: Engines;
let engine: TestEngine;
let deleted: (string | null)[];

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine();
  deleted = [];
});

afterEach(async () => {
  await ground.stop();
});

/** Creates a stack of one resource, which answers so at each of its steps. */
async function create(answer: StepAnswer): Promise<AcceptedStack> {
  const r = scripted({
    create: () => answer,
    delete: ({ physicalId }) => {
      deleted.push(physicalId);
      return GONE;
    },
  });
  const stack = await ground.accept({ heat_template_version: '2021-04-16', resources: { r } });
  await engine.planner.plan(stack.command);
  return stack;
}

async function expectDeleted(stack: AcceptedStack): Promise<void> {
  await engine.planner.plan(await ground.acceptDelete(stack));
  expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
}

/** From now on the database takes no row like this, as it does with data that it can't store. */
async function refuse(table: 'nodes' | 'resources', row: string): Promise<void> {
  await ground.database.query(`
    CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$
      BEGIN RAISE EXCEPTION 'not this' USING ERRCODE = '22P05'; END $$ LANGUAGE plpgsql`);
  await ground.database.query(
    `CREATE TRIGGER refuse BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION refuse()`,
  );
}

describe('a step whose result the database refuses', () => {
  it.each(KINDS)('fails its resource, whose physical id stays known: %s', async (kind) => {
    await refuse('nodes', 'NEW.sealed_step_state IS DISTINCT FROM OLD.sealed_step_state');
    await refuse('resources', 'NEW.sealed_attributes IS DISTINCT FROM OLD.sealed_attributes');
    const stack = await create(ANSWERS[kind]);
    const failure = 'its result can’t be stored; its outcome is unknown';
    expect((await ground.settled(stack.id)).status_reason).toContain(failure);
    expect(await ground.resources(stack.id)).toEqual([
      expect.objectContaining({ status: 'FAILED', status_reason: failure, physical_id: 'told-1' }),
    ]);
    await expectDeleted(stack);
    expect(deleted).toEqual(['told-1']);
  });

  it.each(KINDS)('does not hang where the physical id is what is refused: %s', async (kind) => {
    await refuse('resources', `NEW.physical_id = 'told-1'`);
    const stack = await create(ANSWERS[kind]);
    expect(await ground.settled(stack.id)).toMatchObject({ status: 'FAILED' });
    await expectDeleted(stack);
    expect(deleted).toEqual([null]);
  });
});

import { ResourceFailure } from '#resources';
import type { StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const VERSION = { heat_template_version: '2021-04-16' };
const INTERRUPTED = expect.stringContaining('it was interrupted') as string;

let ground: Engines;
let engine: TestEngine;

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine({ KILN_LEASE_MS: '500' });
});

afterEach(async () => {
  await ground.stop();
});

const bad = scripted({
  create: () => {
    throw new ResourceFailure('no such thing');
  },
});

/** A stack whose one step is at work, while a newer operation, which has no use for the resource, fails. */
async function superseded(create: () => Promise<StepAnswer>, holder = engine): Promise<AcceptedStack> {
  const stack = await ground.accept({ ...VERSION, resources: { r: scripted({ create }) } });
  await holder.planner.plan(stack.command);
  await until('its step is at work', async () => (await resource(stack))?.status === 'IN_PROGRESS');
  await engine.planner.plan(await ground.acceptUpdate(stack, { ...VERSION, resources: { bad } }));
  expect(await ground.settled(stack.id)).toMatchObject({ action: 'UPDATE', status: 'FAILED' });
  return stack;
}

async function resource(
  { id }: AcceptedStack,
  name = 'r',
): Promise<{ status: string; status_reason: string } | undefined> {
  return (await ground.resources(id)).find((row) => row.name === name);
}

describe('a resource whose step a newer operation superseded, and that operation failed', () => {
  it('stays in progress as long as its step is, and fails where that is lost', async () => {
    const holder = await ground.startEngine();
    const stack = await superseded(() => new Promise(() => undefined), holder);
    expect(await resource(stack)).toMatchObject({ status: 'IN_PROGRESS' });
    await holder.heartbeat.stop({ isBusy: true });
    await until('its step is given up', async () => {
      await engine.sweeper.sweep();
      return (await resource(stack))?.status === 'FAILED';
    });
    expect(await resource(stack)).toMatchObject({ action: 'CREATE', status_reason: INTERRUPTED });
    expect((await ground.told()).at(-1)).toEqual({ kind: 'resource', text: 'r CREATE FAILED' });
  });

  it('fails where its step was to look again', async () => {
    let look: (answer: StepAnswer) => void = () => undefined;
    const stack = await superseded(() => new Promise((resolve) => (look = resolve)));
    look({ outcome: 'again', afterMs: 5_000, state: null });
    await until('its step is given up', async () => (await resource(stack))?.status === 'FAILED');
    expect(await resource(stack)).toMatchObject({ action: 'CREATE', status_reason: INTERRUPTED });
  });

  it('is what its step makes of it where that comes to its end', async () => {
    let end: (answer: StepAnswer) => void = () => undefined;
    const stack = await superseded(() => new Promise((resolve) => (end = resolve)));
    end({ outcome: 'done', physicalId: 'made', attributes: {} });
    await until('its step has ended', async () => (await resource(stack))?.status === 'COMPLETE');
  });
});

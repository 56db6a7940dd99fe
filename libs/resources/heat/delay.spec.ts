import { makeStep, runStep } from '../contract/run-step';
import type { Run } from '../contract/run-step';
import { createDelay } from './delay';

const properties = { min_wait: 10, max_jitter: 2, jitter_multiplier: 3, actions: ['CREATE'] };
const step = makeStep({ properties });

function waited(run: Run): number {
  return (run.calls.at(-1)?.now.getTime() ?? 0) - step.now.getTime();
}

describe('OS::Heat::Delay', () => {
  it('waits for its least time and a part of the jitter', async () => {
    const run = await runStep(
      createDelay(() => 0.5),
      'create',
      step,
    );
    expect(waited(run)).toBe(13_000);
    expect(run.answer).toEqual({ outcome: 'done', physicalId: null, attributes: {} });
  });

  it('draws the jitter once, however often it is asked', async () => {
    let draws = 0;
    const delay = createDelay(() => (draws += 1) * 0.1);
    const first = await delay.create(step);
    if (first.outcome !== 'again') throw new Error('not again');
    const early = { ...step, state: first.state, now: new Date(step.now.getTime() + 1_000) };
    expect(await delay.create(early)).toEqual({ ...first, afterMs: first.afterMs - 1_000 });
    expect(draws).toBe(1);
  });

  it('waits only during the actions that it names', async () => {
    expect(waited(await runStep(createDelay(), 'delete', step))).toBe(0);
    const both = { ...step, properties: { ...properties, max_jitter: 0, actions: ['CREATE', 'DELETE'] } };
    expect(waited(await runStep(createDelay(), 'delete', both))).toBe(10_000);
  });

  it('needs no wait where there is none to wait for', async () => {
    expect((await runStep(createDelay(), 'create', makeStep({ properties: {} }))).calls).toHaveLength(1);
  });

  it('asks for no timer longer than an hour', async () => {
    const answer = await createDelay().create(makeStep({ properties: { ...properties, min_wait: 1e15 } }));
    expect(answer).toMatchObject({ outcome: 'again', deliberate: true, afterMs: 3_600_000 });
  });
});

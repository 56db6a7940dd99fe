import { makeStep, runStep } from './contract/run-step';
import { ResourceFailure } from './resource-failure';
import type { ResourceType, Step, StepAnswer } from './resource-type';
import { MOST_TRIES, retrying } from './retrying';

const done: StepAnswer = { outcome: 'done', physicalId: 'x', attributes: {} };
const schema = {
  type: 'Test::Flaky',
  description: '',
  supportStatus: { status: 'SUPPORTED' as const },
  properties: {},
  attributes: {},
};
const typeOf = (create: (step: Step) => StepAnswer): ResourceType => ({
  schema,
  create: async (step) => Promise.resolve(create(step)),
  delete: () => Promise.resolve(done),
});
const lost = (options: { retryAfterMs?: number } = {}): never => {
  throw new ResourceFailure('connection lost', { retryable: true, ...options });
};
const step = makeStep({ properties: {} });

describe('retrying', () => {
  it('looks again after a failure that may pass, each time after a longer wait, up to 10 s', async () => {
    const type = retrying(typeOf(() => lost()));
    const waits: number[] = [];
    let current = step;
    for (let count = 0; count < 8; count += 1) {
      const answer = await type.create(current);
      if (answer.outcome !== 'again') throw new Error('not again');
      waits.push(answer.afterMs);
      current = { ...current, state: answer.state };
    }
    expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
  });

  it('waits as long as the provider asks for', async () => {
    const answer = await retrying(typeOf(() => lost({ retryAfterMs: 1_234 }))).create(step);
    expect(answer).toMatchObject({ outcome: 'again', afterMs: 1_234 });
  });

  it('gives up in the end, with the last reason', async () => {
    const type = retrying(typeOf(() => lost()));
    await expect(runStep(type, 'create', step)).rejects.toThrow(`connection lost (given up after ${MOST_TRIES} tries)`);
  });

  it('keeps the state of the type through a failure and counts anew after an answer', async () => {
    const seen: unknown[] = [];
    const answers = [
      () => ({ outcome: 'again' as const, afterMs: 0, state: { page: 1 } }),
      () => lost(),
      () => ({ outcome: 'again' as const, afterMs: 0, state: { page: 2 } }),
      () => lost(),
      () => done,
    ];
    const type = retrying(
      typeOf((current) => {
        seen.push(current.state);
        return (answers.shift() ?? (() => done))();
      }),
    );
    const { calls } = await runStep(type, 'create', step);
    expect(seen).toEqual([null, { page: 1 }, { page: 1 }, { page: 2 }, { page: 2 }]);
    expect(calls[4]?.now.getTime()).toBe(step.now.getTime() + 400);
  });

  it('keeps the state of the type through a wait for a signal', async () => {
    const seen: unknown[] = [];
    const type = retrying(
      typeOf((current) => {
        seen.push(current.state);
        return { outcome: 'wait', state: { until: 5 } };
      }),
    );
    const answer = await type.create(step);
    await type.create({ ...step, state: answer.outcome === 'wait' ? answer.state : null });
    expect(seen).toEqual([null, { until: 5 }]);
  });

  it('lets other failures through', async () => {
    const type = retrying(
      typeOf(() => {
        throw new ResourceFailure('no such thing');
      }),
    );
    await expect(type.create(step)).rejects.toThrow('no such thing');
  });

  it('does not look again once the step is past its deadline', async () => {
    const signal = AbortSignal.abort();
    await expect(retrying(typeOf(() => lost())).create({ ...step, signal })).rejects.toThrow('connection lost');
  });

  it('looks again also where it could not look', async () => {
    const type = retrying({ ...typeOf(() => done), check: () => Promise.resolve(lost()) });
    const answer = await type.check!(step);
    expect(answer).toEqual({ outcome: 'again', afterMs: 200, state: { failures: 1, own: null } });
  });

  it('leaves an instant type as it is', () => {
    const type: ResourceType = { ...typeOf(() => done), instant: true };
    expect(retrying(type)).toBe(type);
  });
});

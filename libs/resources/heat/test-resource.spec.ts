import type { JsonObject } from '#contracts';
import { makeStep, runStep } from '../contract/run-step';
import { testResource } from './test-resource';

const stepOf = (properties: JsonObject): ReturnType<typeof makeStep> => makeStep({ properties });

async function secondsOf(action: 'create' | 'delete', properties: JsonObject): Promise<number> {
  const { calls } = await runStep(testResource, action, stepOf(properties));
  return ((calls.at(-1)?.now.getTime() ?? 0) - stepOf({}).now.getTime()) / 1_000;
}

describe('OS::Heat::TestResource', () => {
  it('holds its value', async () => {
    const { answer } = await runStep(testResource, 'create', stepOf({ value: 'hello' }));
    expect(answer.attributes).toEqual({ output: 'hello' });
    expect(answer.physicalId).toMatch(/^shop-thing-/);
  });

  it.each<[string, 'create' | 'delete', JsonObject, number]>([
    ['without knobs not at all', 'create', {}, 0],
    ['as long as every action', 'create', { wait_secs: 2 }, 2],
    ['as long as its own action', 'create', { wait_secs: 2, action_wait_secs: { create: 5 } }, 5],
    [
      'as long as every action where its own says nothing',
      'delete',
      { wait_secs: 2, action_wait_secs: { create: 5, delete: null } },
      2,
    ],
    ['not where its own action says 0', 'delete', { wait_secs: 2, action_wait_secs: { delete: 0 } }, 0],
    ['for checks and attributes too', 'create', { wait_secs: 2, attr_wait_secs: 0.5, constraint_prop_secs: 1 }, 3.5],
  ])('waits %s (%s)', async (_case, action, properties, expected) => {
    expect(await secondsOf(action, properties)).toBe(expected);
  });

  it('never ends a wait of less than 0 seconds', async () => {
    const answer = await testResource.create(stepOf({ wait_secs: -1 }));
    if (answer.outcome !== 'again') throw new Error('not again');
    const later = { ...stepOf({ wait_secs: -1 }), state: answer.state, now: new Date('2036-01-01T00:00:00Z') };
    expect(await testResource.create(later)).toMatchObject({ outcome: 'again' });
  });

  it('fails a create, after its wait, and is deleted all the same', async () => {
    const failing = stepOf({ fail: true, wait_secs: 1 });
    expect(await testResource.create(failing)).toMatchObject({ outcome: 'again' });
    await expect(runStep(testResource, 'create', failing)).rejects.toThrow('Test Resource failed thing');
    expect((await runStep(testResource, 'delete', failing)).answer.outcome).toBe('done');
  });
});

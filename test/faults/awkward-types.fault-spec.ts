import { join } from 'node:path';
import { spread } from '../support/cases';
import { template } from '../support/cloud-templates';
import { itLong } from '../support/it-long';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(120_000);

/** How it behaves, and what is then said. */
const FAULTS = [
  ['nonsense', "the resource type’s answer can't be understood: outcome is none of"],
  ['nothing', "the resource type’s answer can't be understood: it is no object"],
  ['throwText', 'just a text'],
  ['nulReason', 'broken\uFFFDhere'],
  ['cyclic', 'Converting circular structure to JSON'],
  ['slow', 'it did not end in its time'],
  ['poll', 'it did not end in its time'],
  ['hang', 'a call did not end in its time, nor when it was aborted'],
];

const FAULTS_AT_ONCE = [
  ['poll', "a resource type that is instant can't answer “again”"],
  ['slow', 'it did not end in its time'],
  ['hang', 'a call did not end in its time, nor when it was aborted'],
];

describe('a resource type that behaves badly', () => {
  const kiln = useKiln({
    env: {
      KILN_RESOURCE_TYPE_MODULES: join(__dirname, '../../dist/test/cloud/awkward-types.js'),
      KILN_HEARTBEAT_MS: '100',
      KILN_LEASE_MS: '1000',
      KILN_ACTION_TIMEOUT_MS: '800',
    },
  });

  function awkward(how: string): Record<string, unknown> {
    return template({ bad: { type: 'Test::Awkward', properties: { how } }, good: { type: 'OS::Heat::None' } });
  }

  async function expectFailure(id: string, reason: string, type = 'Test::Awkward'): Promise<void> {
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    expect(stack?.status_reason).toContain(`resources.bad (${type}): ${reason}`);
    await expectEveryChangeTold(kiln, id);
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
  }

  it.each(spread(FAULTS, 4))('fails its resource, with a reason, and nothing else: %s', async (how, reason) => {
    await expectFailure(await kiln.api.create(`awkward-${how}`, awkward(how)), reason);
  });

  it.each(spread(FAULTS_AT_ONCE, 1))(
    'fails its resource, too, where it needs no stored intent: %s',
    async (how, reason) => {
      const names = Array.from({ length: 60 }, (_, index) => `good-${index}`);
      const goods = Object.fromEntries(names.map((name) => [name, { type: 'OS::Heat::None' }]));
      const bad = { type: 'Test::AwkwardInstant', properties: { how } };
      const id = await kiln.api.create(`instant-${how}`, template({ ...goods, bad }));
      await expectFailure(id, reason, 'Test::AwkwardInstant');
    },
  );

  it('is given its time however long a wait is that belongs to what it is', async () => {
    const wait = { type: 'OS::Heat::Delay', properties: { min_wait: 2 } };
    const id = await kiln.api.create('waits-long', template({ wait }));
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
  });

  /** Starts another engine whenever one died, until the stack settles; answers how many died. */
  async function deathsUntilSettled(id: string, env: Record<string, string> = {}): Promise<number> {
    let deaths = 0;
    await until(
      'the stack settles',
      async () => {
        const [engine] = kiln.engines;
        if (engine && !engine.isAlive) {
          kiln.engines.splice(0);
          deaths += 1;
          await kiln.startEngine(env);
        }
        return (await kiln.api.stack(id))?.status !== 'IN_PROGRESS';
      },
      { withinMs: 100_000 },
    );
    return deaths;
  }

  itLong('is given up after five engines in a row died of it', async () => {
    const id = await kiln.api.create('deadly', awkward('kill'));
    expect(await deathsUntilSettled(id)).toBe(5);
    await expectFailure(id, '5 workers in a row stopped while they worked on it');
  });

  it('is given up, too, where it needs no stored intent, and takes none of its neighbours with it', async () => {
    // More than an engine takes by itself, so that the bad one is published; and some that are at work when it kills.
    const none = { type: 'OS::Heat::None' };
    const long = { type: 'Test::Awkward', properties: { how: 'brief' } };
    const names = Array.from({ length: 70 }, (_, index) => [`good-${index}`, index % 4 === 0 ? long : none]);
    const bad = { type: 'Test::AwkwardInstant', properties: { how: 'kill' } };
    const id = await kiln.api.create(
      'deadly-instant',
      template({ ...(Object.fromEntries(names) as Record<string, unknown>), bad }),
    );
    await deathsUntilSettled(id);
    const resources = await kiln.api.resources(id);
    const unmade = resources.filter(({ status }) => status !== 'COMPLETE').map(({ resource_name }) => resource_name);
    expect(unmade).toEqual(['bad']);
    await expectFailure(id, '5 workers in a row stopped while they worked on it', 'Test::AwkwardInstant');
  });

  itLong('is given up, too, when engines die of its template', async () => {
    const env = { KILN_FAILPOINTS: 'while-planning:1' };
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    await kiln.startEngine(env);
    const id = await kiln.api.create('deadly-template', awkward('nothing'));
    expect(await deathsUntilSettled(id, env)).toBe(5);
    expect(await kiln.api.stack(id)).toMatchObject({
      action: 'CREATE',
      status: 'FAILED',
      status_reason: 'planning was tried 5 times and never ended',
    });
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
  });
});

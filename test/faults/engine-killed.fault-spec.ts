import { randomOf, seeds, spread } from '../support/cases';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectGone, expectWhole } from '../support/whole';

const RESOURCES = 200;

/** Where an engine can die, in the order in which a create passes them. */
const FAILPOINTS = [
  'before-plan-commit',
  'after-plan-commit',
  'after-claim',
  'after-call',
  'before-commit',
  'inside-commit',
  'after-commit',
  'after-publish',
];

jest.setTimeout(180_000);

describe('an engine killed with SIGKILL', () => {
  const kiln = useKiln({ engines: 1, env: CLOUD_TYPES });
  const cloud = useCloud();
  let stacks = 0;

  async function create(delayMs = 5, width = 40): Promise<string> {
    stacks += 1;
    return kiln.api.create(`killed-${stacks}`, serverRows(cloud.url, RESOURCES, { delayMs, width }));
  }

  async function madeAtLeast(count: number): Promise<void> {
    await until(`${count} servers are made`, () => cloud.living().length >= count);
  }

  async function replaceEngines(...envs: Record<string, string>[]): Promise<void> {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    for (const env of envs) await kiln.startEngine(env);
    await Promise.all(kiln.engines.map((engine) => engine.ready()));
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it.each(seeds(1, 20))('leaves its stack to another engine, which ends it (seed %i)', async (seed) => {
    await replaceEngines({}, {});
    const id = await create();
    await madeAtLeast(Math.floor(randomOf(seed)() * (RESOURCES - 20)));
    await kiln.engines.shift()!.kill();
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  it.each(seeds(1, 20))('leaves its stack to the engine that is started later (seed %i)', async (seed) => {
    await replaceEngines({});
    const id = await create();
    await madeAtLeast(Math.floor(randomOf(seed)() * (RESOURCES - 20)));
    await replaceEngines();
    await replaceEngines({});
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  const hits = spread(FAILPOINTS, 4).flatMap((name) => seeds(1, 10).map((seed) => [name, hitOf(name, seed)] as const));

  it.each(hits)('at %s, the time number %i, makes nothing twice and loses nothing', async (name, hit) => {
    await replaceEngines({ KILN_FAILPOINTS: `${name}:${hit}` });
    const doomed = kiln.engines[0]!;
    // What one engine takes by itself it never publishes, so for that point all are ready at once.
    const id = await create(1, name === 'after-publish' ? RESOURCES : 40);
    await doomed.exited;
    await replaceEngines({});
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });
});

/** Planning passes its points once a stack; the others are passed more often, and die at another time with each seed. */
function hitOf(name: string, seed: number): number {
  if (name.endsWith('plan-commit')) return 1;
  const most = name === 'after-call' ? 150 : name === 'after-publish' ? 3 : 4;
  return 1 + Math.floor(randomOf(seed)() * most);
}

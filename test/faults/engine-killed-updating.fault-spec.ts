import { randomOf, seeds, spread } from '../support/cases';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold, expectGone } from '../support/whole';

const WIDTH = 20;
const ROWS = 5;

/** Where an engine can die, in the order in which an update passes them. */
const FAILPOINTS = [
  'before-plan-commit',
  'after-plan-commit',
  'after-claim',
  'after-call',
  'inside-commit',
  'after-commit',
];

jest.setTimeout(180_000);

describe('an engine killed with SIGKILL in the middle of an update', () => {
  const kiln = useKiln({ engines: 1, env: CLOUD_TYPES });
  const cloud = useCloud();
  let stacks = 0;

  /** Rows of servers that need the one above; every third of another size, every fifth only there in one generation. */
  function rows(generation: number): Record<string, unknown> {
    const all = Array.from({ length: WIDTH * ROWS }, (_, index) => index).filter(
      (index) => index % 5 !== generation % 5,
    );
    const names = new Set(all);
    const resources = all.map((index) => {
      const above = index - WIDTH;
      const depends = names.has(above) ? { depends_on: `r${above}` } : {};
      const made = server(cloud.url, { delayMs: 2, rest: depends });
      const size = index % 3 === 0 ? `size-${generation}` : 'same';
      return [`r${index}`, { ...made, properties: { ...(made['properties'] as object), size } }];
    });
    return template(Object.fromEntries(resources) as Record<string, unknown>);
  }

  async function create(): Promise<string> {
    stacks += 1;
    const id = await kiln.api.create(`updated-${stacks}`, rows(0));
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    return id;
  }

  async function update(id: string, generation: number): Promise<void> {
    const answer = await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: rows(generation) });
    expect(answer.status).toBe(202);
  }

  async function replaceEngines(...envs: Record<string, string>[]): Promise<void> {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    for (const env of envs) await kiln.startEngine(env);
    await Promise.all(kiln.engines.map((engine) => engine.ready()));
  }

  /** The stack is what its newest template says, and nothing else lives. */
  async function expectUpdated(id: string, generation: number): Promise<void> {
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    const wanted = Object.entries(rows(generation)['resources'] as Record<string, { properties: { size: string } }>);
    const resources = await kiln.api.resources(id);
    expect(resources.map((resource) => resource.resource_name).sort()).toEqual(wanted.map(([name]) => name).sort());
    const sizes = new Map(cloud.living().map((made) => [made.id, made.size]));
    expect(resources.map(({ physical_resource_id: made }) => made).sort()).toEqual([...sizes.keys()].sort());
    const made = resources.map((resource) => [resource.resource_name, sizes.get(resource.physical_resource_id!)]);
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(wanted.map(([name, { properties }]) => [name, properties.size])),
    );
    await expectEveryChangeTold(kiln, id);
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it.each(seeds(1, 20))('leaves it to another engine, which ends it (seed %i)', async (seed) => {
    await replaceEngines({}, {});
    const id = await create();
    const before = cloud.calls().length;
    await update(id, 1);
    await until(
      'the update is on its way',
      () => cloud.calls().length >= before + 1 + Math.floor(randomOf(seed)() * 80),
    );
    await kiln.engines.shift()!.kill();
    await expectUpdated(id, 1);
    await remove(id);
  });

  it.each(seeds(1, 20))('and goes on to the newest of several updates (seed %i)', async (seed) => {
    await replaceEngines({});
    const id = await create();
    const random = randomOf(seed);
    for (const generation of [1, 2, 3]) {
      const before = cloud.calls().length;
      await update(id, generation);
      await until('it is on its way', () => cloud.calls().length >= before + 1 + Math.floor(random() * 30));
    }
    await replaceEngines({});
    await expectUpdated(id, 3);
    await remove(id);
  });

  const hits = spread(FAILPOINTS, 3).flatMap((name) => seeds(1, 10).map((seed) => [name, hitOf(name, seed)] as const));

  it.each(hits)('at %s, the time number %i, makes nothing twice and loses nothing', async (name, hit) => {
    await replaceEngines({});
    const id = await create();
    await replaceEngines({ KILN_FAILPOINTS: `${name}:${hit}` });
    const doomed = kiln.engines[0]!;
    await update(id, 1);
    await doomed.exited;
    await replaceEngines({});
    await expectUpdated(id, 1);
    await remove(id);
  });
});

/** Planning passes its points once an update; the others are passed more often, and die at another time with each seed. */
function hitOf(name: string, seed: number): number {
  if (name.endsWith('plan-commit')) return 1;
  return 1 + Math.floor(randomOf(seed)() * (name === 'after-call' ? 60 : 4));
}

import { randomOf, seeds, spread } from '../support/cases';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold, expectGone } from '../support/whole';

const WIDTH = 15;
const COUNT = 60;

/** Where an engine can die, in the order in which a converge passes them. */
const FAILPOINTS = [
  'before-plan-commit',
  'after-plan-commit',
  'after-claim',
  'after-call',
  'inside-commit',
  'after-commit',
];

jest.setTimeout(180_000);

describe('an engine killed with SIGKILL in the middle of a converge', () => {
  const kiln = useKiln({ engines: 1, env: CLOUD_TYPES });
  const cloud = useCloud();
  let stacks = 0;

  /** Rows of servers that need the one above. */
  async function create(): Promise<string> {
    const resources = Array.from({ length: COUNT }, (_, index) => {
      const rest = index < WIDTH ? {} : { depends_on: `r${index - WIDTH}` };
      return [`r${index}`, server(cloud.url, { delayMs: 2, rest })];
    });
    stacks += 1;
    const definition = template(Object.fromEntries(resources) as Record<string, unknown>);
    const id = await kiln.api.create(`converged-${stacks}`, definition);
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    return id;
  }

  /** Every third is gone, every fifth is of another size: of 60 that are 28. Answers the ids of the others. */
  function breakSome(): string[] {
    const living = cloud.living().map(({ id }) => id);
    living.forEach((id, index) => {
      if (index % 3 === 0) cloud.remove(id);
      else if (index % 5 === 0) cloud.resize(id, 'stretched');
    });
    return living.filter((_, index) => index % 3 !== 0 && index % 5 !== 0);
  }

  async function replaceEngines(...envs: Record<string, string>[]): Promise<void> {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    for (const env of envs) await kiln.startEngine(env);
    await Promise.all(kiln.engines.map((engine) => engine.ready()));
  }

  async function converge(id: string): Promise<void> {
    const answer = await kiln.api.request('POST', `/v2/stacks/${id}/actions`, { converge: null });
    expect(answer.status).toBe(202);
  }

  /** One living thing for each name, as the template has it, and nothing else alive; what was well is what it was. */
  async function expectConverged(id: string, well: readonly string[]): Promise<void> {
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CONVERGE', status: 'COMPLETE' });
    const resources = await kiln.api.resources(id);
    expect(resources).toHaveLength(COUNT);
    const living = cloud.living();
    expect(living.filter(({ size }) => size !== 'small')).toEqual([]);
    const ids = living.map((made) => made.id);
    expect(resources.map((resource) => resource.physical_resource_id).sort()).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining([...well]));
    expect(resources.filter(({ status }) => status !== 'COMPLETE')).toEqual([]);
    const rows = await kiln.database.query<object[]>('SELECT 1 FROM resources WHERE stack_id = $1', [id]);
    expect(rows).toHaveLength(COUNT);
    await expectEveryChangeTold(kiln, id);
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it.each(seeds(1, 20))('leaves it to another engine, which ends it (seed %i)', async (seed) => {
    await replaceEngines({}, {});
    const id = await create();
    const well = breakSome();
    const before = cloud.calls().length;
    await converge(id);
    await until(
      'the converge is on its way',
      () => cloud.calls().length >= before + 1 + Math.floor(randomOf(seed)() * COUNT),
    );
    await kiln.engines.shift()!.kill();
    await expectConverged(id, well);
    await remove(id);
  });

  const hits = spread(FAILPOINTS, 2).flatMap((name) => seeds(1, 10).map((seed) => [name, hitOf(name, seed)] as const));

  it.each(hits)('at %s, the time number %i, makes nothing twice and loses nothing', async (name, hit) => {
    await replaceEngines({});
    const id = await create();
    const well = breakSome();
    await replaceEngines({ KILN_FAILPOINTS: `${name}:${hit}` });
    const doomed = kiln.engines[0]!;
    await converge(id);
    await doomed.exited;
    await replaceEngines({});
    await expectConverged(id, well);
    await remove(id);
  });
});

/** Planning passes its points once a converge; the others are passed more often, and die at another time with each seed. */
function hitOf(name: string, seed: number): number {
  if (name.endsWith('plan-commit')) return 1;
  return 1 + Math.floor(randomOf(seed)() * (name === 'after-call' ? 60 : 4));
}

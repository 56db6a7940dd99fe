import { randomOf, seeds } from '../support/cases';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

const CONDITIONS = 20;
const COUNT = 3;

jest.setTimeout(180_000);

/** Pairs of a handle and a condition that waits for it. */
function waiting(timeout: number): object {
  const numbers = Array.from({ length: CONDITIONS }, (_, index) => index);
  const pairs = numbers.map((number) => ({
    [`handle-${number}`]: { type: 'OS::Heat::WaitConditionHandle' },
    [`condition-${number}`]: {
      type: 'OS::Heat::WaitCondition',
      properties: { handle: { get_resource: `handle-${number}` }, timeout, count: COUNT },
    },
  }));
  const outputs = numbers.map((number) => ({
    [`data-${number}`]: { value: { get_attr: [`condition-${number}`, 'data'] } },
  }));
  return {
    heat_template_version: '2021-04-16',
    resources: Object.assign({}, ...pairs) as object,
    outputs: Object.assign({}, ...outputs) as object,
  };
}

describe('engines that are killed while wait conditions wait', () => {
  const kiln = useKiln({ engines: 2 });
  let stacks = 0;

  async function begin(timeout = 3_600): Promise<string> {
    stacks += 1;
    const id = await kiln.api.create(`waiting-${stacks}`, waiting(timeout));
    const text = `SELECT count(*)::int AS nodes FROM nodes WHERE root_id = $1 AND state = 'parked'`;
    await until('all wait', async () => {
      const [{ nodes }] = await kiln.database.query<[{ nodes: number }]>(text, [id]);
      return nodes === CONDITIONS;
    });
    return id;
  }

  async function killEngines(): Promise<void> {
    await Promise.all(kiln.engines.splice(0).map((engine) => engine.kill()));
  }

  async function startEngines(): Promise<void> {
    for (const env of [{}, {}]) await kiln.startEngine(env);
    await Promise.all(kiln.engines.map((engine) => engine.ready()));
  }

  async function signal(id: string, handle: number, body: object): Promise<void> {
    const answer = await kiln.api.request('POST', `/v2/stacks/${id}/resources/handle-${handle}/signal`, body);
    expect(answer.status).toBe(202);
  }

  /** Every condition heard each signal once, and each is told. */
  async function expectAllHeard(id: string, signals: number): Promise<void> {
    expect(await kiln.api.settled(id, 120_000)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    const { outputs } = (await kiln.api.stack(id))!;
    expect(outputs.map(({ output_value: value }) => Object.keys(JSON.parse(value as string) as object))).toEqual(
      outputs.map(() => ['1', '2', '3']),
    );
    await expectEveryChangeTold(kiln, id);
    const types = (await kiln.api.events(id)).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('kiln.signal.'))).toHaveLength(signals);
  }

  beforeEach(async () => {
    if (kiln.engines.length === 0) await startEngines();
  });

  it('find the signals that came meanwhile', async () => {
    const id = await begin();
    await killEngines();
    for (let handle = 0; handle < CONDITIONS; handle += 1) {
      await Promise.all(Array.from({ length: COUNT }, () => signal(id, handle, {})));
    }
    expect(await kiln.api.stack(id)).toMatchObject({ status: 'IN_PROGRESS' });
    await startEngines();
    await expectAllHeard(id, CONDITIONS * COUNT);
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    expect(await kiln.database.query('SELECT id FROM signals')).toEqual([]);
  });

  it.each(seeds(1, 20))('lose none and count none twice, whenever they are killed (seed %i)', async (seed) => {
    const random = randomOf(seed);
    const id = await begin();
    const kills = (async () => {
      for (let times = 0; times < 3; times += 1) {
        await Promise.all(kiln.engines.splice(0).map((engine) => engine.kill()));
        const point = ['after-claim', 'after-call', 'before-commit', 'inside-commit', 'after-commit'];
        const name = point[Math.floor(random() * point.length)]!;
        const engine = await kiln.startEngine({ KILN_FAILPOINTS: `${name}:${1 + Math.floor(random() * 15)}` });
        await Promise.race([engine.exited, engine.ready()]);
      }
    })();
    // In an order that has nothing to do with the kills; each condition gets its signals by their ids.
    const signals = Array.from({ length: CONDITIONS * COUNT }, (_, index) => index).sort(() => random() - 0.5);
    for (const index of signals) {
      await signal(id, index % CONDITIONS, { id: String(1 + Math.floor(index / CONDITIONS)) });
    }
    await kills;
    await killEngines();
    await startEngines();
    await expectAllHeard(id, CONDITIONS * COUNT);
  });

  it('fail those whose time ended while none was there, and say how many came', async () => {
    const id = await begin(12);
    await killEngines();
    await signal(id, 0, {});
    const text = `SELECT 1 FROM timers WHERE root_id = $1 AND kind = 'node-wake' AND due_at > now()`;
    await until('all their time is over', async () => (await kiln.database.query<object[]>(text, [id])).length === 0);
    await startEngines();
    const stack = await kiln.api.settled(id, 120_000);
    expect(stack).toMatchObject({ status: 'FAILED' });
    const reasons = (await kiln.api.resources(id))
      .filter(({ resource_name: name }) => name.startsWith('condition-'))
      .map(({ status, status_reason: reason }) => `${status} ${reason}`);
    const expected = Array.from({ length: CONDITIONS - 1 }, () => 'FAILED timed out: 0 of 3 received');
    expect(reasons.sort()).toEqual([...expected, 'FAILED timed out: 1 of 3 received - Signal 1 received']);
  });
});

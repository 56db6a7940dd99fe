import { isLong } from '../support/cases';
import { template } from '../support/cloud-templates';
import { freePort } from '../support/kiln-process';
import type { KilnProcess } from '../support/kiln-process';
import { RoundRobin } from '../support/round-robin';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';

const ROUNDS = isLong ? 10 : 2;
const CLIENTS = 2;
/** That each api answers between two restarts. */
const ENOUGH = 30;

const TEMPLATE = template({ r: { type: 'OS::Heat::None' } });

jest.setTimeout(600_000);

describe('two apis that are restarted in turn, under load', () => {
  // Nobody carries out what is asked for: the load is the apis' alone.
  const kiln = useKiln({ engines: 0, notifiers: 0, env: { KILN_QUOTA_STACKS: '1000000', KILN_API_DRAIN_MS: '5000' } });

  /** Creates stacks and reads them, each in its turn, for as long as it is to; answers the ids of those it made, by name. */
  async function client(number: number, apis: RoundRobin, goesOn: () => boolean): Promise<Map<string, string>> {
    const made = new Map<string, string>();
    for (let turn = 0; goesOn(); turn += 1) {
      const name = `c${number}-${turn}`;
      const created = await apis.send({
        method: 'POST',
        path: '/v2/stacks',
        body: { stack_name: name, template: TEMPLATE },
        headers: { 'idempotency-key': name },
      });
      const { stack } = created.body as { stack: { id: string } };
      expect([created.status, made.get(name)]).toEqual([202, undefined]);
      made.set(name, stack.id);
      const read = await apis.send({ method: 'GET', path: `/v2/stacks/${stack.id}` });
      expect(read).toMatchObject({ status: 200, body: { stack: { id: stack.id, stack_name: name } } });
      expect((await apis.send({ method: 'GET', path: '/v2/stacks?limit=5' })).status).toBe(200);
    }
    return made;
  }

  it('loses no request, and makes one stack of each', async () => {
    const ports = [Number(new URL(kiln.api.url).port), await freePort()];
    const running = [kiln.apiProcess, await kiln.startApi(ports[1]!)];
    await running[1]!.ready();
    const apis = new RoundRobin(ports, kiln.token, CLIENTS);
    const answeredBy = (port: number): number => apis.answered.get(port) ?? 0;

    async function serves(port: number): Promise<void> {
      const before = answeredBy(port);
      await until(`the api at ${port} serves`, () => isOver || answeredBy(port) >= before + ENOUGH);
    }

    async function restart(index: number): Promise<KilnProcess> {
      const port = ports[index]!;
      for (const each of ports) await serves(each);
      const { refused } = apis;
      running[index]!.signal('SIGTERM');
      // 1: it had to be ended, after 9 s.
      expect(await running[index]!.exited).toEqual({ code: 0, signal: null });
      await until('the load comes upon the hole', () => isOver || apis.refused > refused);
      return (await kiln.startApi(port)).ready();
    }

    let isOver = false;
    const load = Promise.all(
      Array.from({ length: CLIENTS }, (_, number) => client(number, apis, () => !isOver)),
    ).finally(() => (isOver = true));
    async function roll(): Promise<void> {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const index of [0, 1]) running[index] = await restart(index);
      }
    }
    const [made] = await Promise.all([load, roll().finally(() => (isOver = true))]);
    apis.close();
    const ids = new Map(made.flatMap((each) => [...each]));
    const rows = await kiln.database.query<{ name: string; id: string; operations: number }[]>(
      `SELECT s.name, s.id, (SELECT count(*)::int FROM operations o WHERE o.stack_id = s.id) AS operations FROM stacks s`,
    );
    expect(new Map(rows.map(({ name, id }) => [name, id]))).toEqual(ids);
    expect(rows.filter(({ operations }) => operations !== 1)).toEqual([]);
    expect(rows).toHaveLength(ids.size);
    expect(ids.size).toBeGreaterThan(ROUNDS * ENOUGH);
  });
});

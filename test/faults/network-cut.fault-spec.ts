import { randomUUID } from 'node:crypto';
import { serverRows, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { SeverableProxy } from '../support/severable-proxy';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);
const RESOURCES = 100;

describe('a network that is cut between an engine and a server', () => {
  const kiln = useKiln({ engines: 0, env: CLOUD_TYPES });
  let proxy: SeverableProxy;

  afterEach(async () => {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    await proxy.stop();
  });

  // It ends after the engines that call it.
  const cloud = useFreshCloud();

  async function engineThrough(variable: 'DATABASE_URL' | 'RABBITMQ_URL'): Promise<void> {
    proxy = await SeverableProxy.start(variable === 'DATABASE_URL' ? kiln.databaseUrl : kiln.brokerUrl);
    await (await kiln.startEngine({ [variable]: proxy.url })).ready();
  }

  async function createHalfWay(): Promise<string> {
    const id = await kiln.api.create(
      `cut-${randomUUID()}`,
      serverRows(cloud.url, RESOURCES, { delayMs: 20, width: 20 }),
    );
    await until('some are made', () => cloud.living().length >= RESOURCES / 4);
    return id;
  }

  async function expectEnd(id: string): Promise<void> {
    await expectWhole(kiln, cloud, id, RESOURCES);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it.each(['DATABASE_URL', 'RABBITMQ_URL'] as const)(
    'lets the only engine go on when the network is back: %s',
    async (variable) => {
      await engineThrough(variable);
      const id = await createHalfWay();
      proxy.sever();
      await until('the cut is noticed', async () => {
        const answer = await fetch(`http://127.0.0.1:${kiln.engines[0]!.adminPort}/readyz`);
        return answer.status === 503;
      });
      proxy.restore();
      await expectEnd(id);
    },
  );

  it('lets another engine take over what the cut off one held, which changes nothing more', async () => {
    await engineThrough('DATABASE_URL');
    const id = await createHalfWay();
    proxy.sever();
    await (await kiln.startEngine()).ready();
    await expectWhole(kiln, cloud, id, RESOURCES);
    proxy.restore();
    await kiln.engines[0]!.ready();
    await expectEnd(id);
  });

  it('goes on after a network that swallowed everything without a word', async () => {
    await engineThrough('DATABASE_URL');
    const id = await createHalfWay();
    proxy.freeze();
    await (await kiln.startEngine()).ready();
    await expectWhole(kiln, cloud, id, RESOURCES);
    proxy.restore();
    await expectEnd(id);
  });

  it('takes up claims whose commit was never answered', async () => {
    await engineThrough('DATABASE_URL');
    const waits = { type: 'OS::Heat::TestResource', properties: { action_wait_secs: { create: 3_000 } } };
    const id = await kiln.api.create('unanswered', template({ waits }));
    const node = async (): Promise<{ state: string; token: number }> => {
      const [row] = await kiln.database.query<{ state: string; token: number }[]>(
        'SELECT state, token FROM nodes WHERE root_id = $1',
        [id],
      );
      return row ?? { state: 'not planned', token: 0 };
    };
    await until('the step waits', async () => (await node()).state === 'parked');
    const { token } = await node();
    // What is left when the connection breaks at a COMMIT: the database says that the engine has claimed the node.
    await kiln.database.transaction(async (manager) => {
      const claim = `UPDATE nodes SET state = 'running', token = token + 1, worker_id = w.id FROM workers w WHERE w.kind = 'engine' AND root_id = $1 AND w.heartbeat_at > now() - interval '1 second'`;
      await manager.query(claim, [id]);
      await manager.query('UPDATE operations SET parked = parked - 1, running = running + 1 WHERE stack_id = $1', [id]);
      await manager.query(`DELETE FROM timers WHERE kind = 'node-wake' AND root_id = $1`, [id]);
    });
    await until('it is taken up, and waits again', async () => {
      const { state, token: now } = await node();
      return state === 'parked' && now > token + 1;
    });
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });
});

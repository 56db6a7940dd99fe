import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { spread } from '../support/cases';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { Kiln } from '../support/kiln';
import { SeverableProxy } from '../support/severable-proxy';
import { until } from '../support/until';
import { expectEveryChangeTold, expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);
const RESOURCES = 20;

describe('a definition that can’t be read', () => {
  let kiln: Kiln;
  let cloud: RunningCloud;
  let proxy: SeverableProxy;

  beforeAll(async () => {
    kiln = await Kiln.start({ engines: 0, env: CLOUD_TYPES });
    proxy = await SeverableProxy.start(kiln.databaseUrl);
    cloud = await startCloud();
  });

  afterAll(async () => {
    await kiln.stop();
    await proxy.stop();
    await cloud.close();
  });

  afterEach(async () => {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
  });

  /** Starts an engine, and cuts it off while it reads a definition. */
  async function cutWhileReading(cut: () => Promise<unknown>): Promise<void> {
    const holder = kiln.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await holder.query('LOCK TABLE definitions');
    await kiln.startEngine({ DATABASE_URL: proxy.url });
    await until('the definition is being read', async () => {
      const text = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM definitions %'`;
      return (await kiln.database.query<unknown[]>(text)).length > 0;
    });
    await cut();
    await holder.commitTransaction();
    await holder.release();
  }

  const CUTS = {
    'for a moment': async () => {
      proxy.dropConnections();
      return Promise.resolve();
    },
    'for longer': async () => {
      proxy.sever();
      await until('the cut is noticed', async () => {
        const answer = await fetch(`http://127.0.0.1:${kiln.engines[0]!.adminPort}/readyz`).catch(() => undefined);
        return answer?.status === 503;
      });
      proxy.restore();
    },
  };
  const HOW_LONG = Object.keys(CUTS) as (keyof typeof CUTS)[];

  async function create(name: string): Promise<string> {
    return kiln.api.create(name, serverRows(cloud.url, RESOURCES));
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it.each(HOW_LONG)('for the database is away %s, is planned later', async (howLong) => {
    const id = await create('cut-while-planned');
    await cutWhileReading(CUTS[howLong]);
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  it.each(spread(HOW_LONG, 1))('for the database is away %s, fails no step that needs it', async (howLong) => {
    const id = await create('cut-while-worked');
    // It plans, and dies with all that it claimed: the next one reads the definition for its steps alone.
    const planner = await kiln.startEngine({ KILN_FAILPOINTS: 'after-plan-commit:1' });
    await planner.exited;
    kiln.engines.splice(0);
    await cutWhileReading(CUTS[howLong]);
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  it('for this engine does not take it, fails the stack with the reason', async () => {
    await kiln.startEngine({ KILN_RESOURCE_TYPE_MODULES: '' });
    const id = await create('refused');
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    expect(stack?.status_reason).toMatch(/^the template can't be read: .*Test::Cloud::Server/);
    await expectEveryChangeTold(kiln, id);
    await remove(id);
  });
});

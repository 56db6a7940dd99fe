import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardHome, startPostgres, startRabbit } from '#servers';
import type { PostgresServer, RabbitServer } from '#servers';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { itLong } from '../support/it-long';
import { Kiln } from '../support/kiln';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { expectGone, expectMade, expectToldSinceWipe, expectWhole } from '../support/whole';

jest.setTimeout(180_000);
const RESOURCES = 200;

describe('servers that go away in the middle of a create', () => {
  let home: string;
  let postgres: PostgresServer;
  let rabbit: RabbitServer;
  let kiln: Kiln;
  const cloud = useFreshCloud();

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'kiln-faults-'));
    chmodSync(home, 0o711);
    [postgres, rabbit] = await Promise.all([startPostgres({ home }), startRabbit({ home })]);
    const servers = { databaseUrl: postgres.url, rabbitmqUrl: rabbit.url };
    kiln = await Kiln.start({ engines: 2, env: CLOUD_TYPES, servers });
  });

  afterAll(async () => {
    await kiln.stop();
    await Promise.all([postgres.stop(), rabbit.stop()]);
    discardHome(home);
  });

  async function createHalfWay(name: string): Promise<string> {
    const id = await kiln.api.create(name, serverRows(cloud.url, RESOURCES, { delayMs: 20 }));
    await until('some are made', () => cloud.living().length >= RESOURCES / 4);
    return id;
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  /** As `remove`, of a stack whose first notifications the broker lost. */
  async function removeUntold(id: string): Promise<void> {
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    expect(cloud.living()).toEqual([]);
    await expectToldSinceWipe(kiln, id);
  }

  it('goes on when the broker is restarted, and its log has no hole', async () => {
    const id = await createHalfWay('broker-restarted');
    await rabbit.stop();
    await rabbit.start();
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  // A broker that is killed forgets queues and streams that were declared shortly before; then its log begins anew.
  itLong('goes on when the broker is killed, and tells from where on its log is complete', async () => {
    const id = await createHalfWay('broker-killed');
    await rabbit.kill();
    await rabbit.start();
    await expectMade(kiln, cloud, id, RESOURCES);
    await expectToldSinceWipe(kiln, id);
    await removeUntold(id);
  });

  it('goes on when PostgreSQL is killed and comes back', async () => {
    const id = await createHalfWay('database-killed');
    await postgres.kill();
    const refused = await kiln.api.request('GET', '/v2/stacks');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await postgres.start();
    await until('the api answers again', async () => (await kiln.api.request('GET', '/v2/stacks')).status === 200);
    await expectWhole(kiln, cloud, id, RESOURCES);
    await remove(id);
  });

  it('accepts a stack while the broker is away, and makes it when it is back', async () => {
    await rabbit.kill();
    const id = await kiln.api.create('broker-away', serverRows(cloud.url, 60));
    expect(await kiln.api.stack(id)).toMatchObject({ action: 'CREATE', status: 'IN_PROGRESS' });
    await rabbit.start();
    await expectWhole(kiln, cloud, id, 60);
    await remove(id);
  });

  it('goes on when the broker comes back wiped, and tells from where on its log is complete', async () => {
    const id = await createHalfWay('broker-wiped');
    await rabbit.kill();
    await rabbit.wipe();
    await rabbit.start();
    await expectMade(kiln, cloud, id, RESOURCES);
    await expectToldSinceWipe(kiln, id);
    await removeUntold(id);
    const whole = await kiln.api.create('after-the-wipe', serverRows(cloud.url, 20));
    await expectWhole(kiln, cloud, whole, 20);
    await remove(whole);
  });
});

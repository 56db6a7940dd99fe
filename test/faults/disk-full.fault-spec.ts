import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { CrampedPostgres } from '../support/cramped-postgres';
import { Kiln, SHORT_LEASES } from '../support/kiln';
import { NO_SMALL_DISK } from '../support/small-disk';
import { until } from '../support/until';
import { createVirtualHost } from '../support/virtual-host';
import type { TestVirtualHost } from '../support/virtual-host';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);
const RESOURCES = 200;
const LEASE_MS = Number(SHORT_LEASES.KILN_LEASE_MS);

if (NO_SMALL_DISK === undefined) {
  describe('a disk of PostgreSQL that is full in the middle of a create', () => {
    let postgres: CrampedPostgres;
    let host: TestVirtualHost;
    let kiln: Kiln;
    let cloud: RunningCloud;

    beforeAll(async () => {
      [postgres, host] = await Promise.all([CrampedPostgres.start(), createVirtualHost()]);
      const servers = { databaseUrl: postgres.server.url, rabbitmqUrl: host.url };
      kiln = await Kiln.start({ engines: 2, env: CLOUD_TYPES, servers });
    });

    afterAll(async () => {
      await kiln.stop();
      await Promise.all([postgres.stop(), host.drop()]);
    });

    beforeEach(async () => {
      cloud = await startCloud();
    });

    afterEach(async () => {
      await cloud.close();
    });

    async function createHalfWay(name: string): Promise<string> {
      const id = await kiln.api.create(name, serverRows(cloud.url, RESOURCES, { delayMs: 20, width: 20 }));
      await until('some are made', () => cloud.living().length >= RESOURCES / 4);
      return id;
    }

    /** For how long engines have been refused, as their logs tell it. */
    function refusedForMs(): number {
      const logs = kiln.engines.map((engine) => engine.output()).join('\n');
      const times = [...logs.matchAll(/"time":"([^"]+)".*No space left on device/g)].map(([, time]) =>
        Date.parse(time!),
      );
      return Math.max(...times) - Math.min(...times);
    }

    async function expectNotNow(): Promise<void> {
      const body = { stack_name: 'too-much', template: serverRows(cloud.url, RESOURCES) };
      const refused = await kiln.api.request('POST', '/v2/stacks', body);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }

    async function expectWholeAndRemove(id: string): Promise<void> {
      await expectWhole(kiln, cloud, id, RESOURCES);
      await kiln.api.delete(id);
      await expectGone(kiln, cloud, id);
    }

    it('where the tables are, ends nothing wrongly, and all goes on when there is room', async () => {
      const id = await createHalfWay('tables-full');
      postgres.tables.fill();
      await until('engines were refused for longer than a lease', () => refusedForMs() > LEASE_MS);
      await expectNotNow();
      expect(await kiln.api.stack(id)).toMatchObject({ action: 'CREATE', status: 'IN_PROGRESS' });
      const resources = await kiln.api.resources(id);
      expect(resources.filter(({ status }) => status === 'FAILED')).toEqual([]);
      postgres.tables.free();
      await expectWholeAndRemove(id);
    });

    it('where its log is, ends PostgreSQL, and all goes on when it is started with room', async () => {
      const id = await createHalfWay('log-full');
      await postgres.exhaustLog();
      await expectNotNow();
      postgres.log.free();
      await postgres.server.start();
      await until('the api answers again', async () => (await kiln.api.request('GET', '/v2/stacks')).status === 200);
      await expectWholeAndRemove(id);
    });
  });
} else {
  it.skip(`is survived when it is full: ${NO_SMALL_DISK}`, () => undefined);
}

import type { DataSource } from 'typeorm';
import { createDataSource } from '#entities';
import { freePorts } from '#servers';
import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { ApiClient } from '../support/api-client';
import type { ShownStack } from '../support/api-client';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { SHORT_LEASES } from '../support/kiln';
import { until } from '../support/until';
import { createVirtualHost } from '../support/virtual-host';
import type { TestVirtualHost } from '../support/virtual-host';
import { expectGone, expectWhole } from '../support/whole';
import { Checkout } from './launcher-run';
import type { LauncherRun } from './launcher-run';

jest.setTimeout(120_000);

const RESOURCES = 200;
const ENGINES = ['engine-1', 'engine-2'];

let own: TestDatabase;
let host: TestVirtualHost;
let database: DataSource;
let cloud: RunningCloud;
let checkout: Checkout;
let run: LauncherRun;

beforeEach(async () => {
  [own, host, cloud] = await Promise.all([createTestDatabase(), createVirtualHost(), startCloud()]);
  database = createDataSource({ url: own.url, applicationName: 'kiln-test', poolSize: 4 });
  await database.initialize();
  checkout = Checkout.own();
});

afterEach(async () => {
  run.process.kill('SIGKILL');
  await run.ends();
  await Promise.all([database.destroy(), cloud.close()]);
  await Promise.all([own.drop(), host.drop()]);
  checkout.remove();
});

/** Starts the real apps and waits until they serve. */
async function start(): Promise<ApiClient> {
  const [port] = await freePorts(1);
  run = checkout.launch([], {
    ...SHORT_LEASES,
    ...CLOUD_TYPES,
    DATABASE_URL: own.url,
    RABBITMQ_URL: host.url,
    KILN_API_PORT: String(port),
    KILN_ENGINES: String(ENGINES.length),
  });
  await run.says('Ctrl-C ends it.');
  return new ApiClient(`http://127.0.0.1:${port}`, checkout.read('token').trim());
}

/** Resolves when these, and no other engines, are alive as the database has it. */
async function areAlive(names: readonly string[]): Promise<void> {
  const pids = (): string[] => names.map((name) => String(checkout.pidOf(name))).sort();
  const alive = `
    SELECT split_part(name, ':', 2) AS pid FROM workers
    WHERE kind = 'engine' AND heartbeat_at > now() - interval '2 seconds' ORDER BY 1`;
  await until(`${names.join(' and ')} are alive`, async () => {
    const workers = await database.query<{ pid: string }[]>(alive);
    return workers.map(({ pid }) => pid).join() === pids().join();
  });
}

async function bothWork(): Promise<void> {
  await until('both engines work', async () => {
    const workers = await database.query<object[]>(`SELECT DISTINCT worker_id FROM nodes WHERE state = 'running'`);
    return workers.length === ENGINES.length;
  });
}

it('starts an engine that is killed again, and the stack that two engines work on is made whole', async () => {
  const api = await start();
  expect(run.output).toContain('stack hello: CREATE COMPLETE');
  await areAlive(ENGINES);
  const id = await api.create('shared', serverRows(cloud.url, RESOURCES, { delayMs: 1_000, width: RESOURCES }));
  await bothWork();
  process.kill(checkout.pidOf('engine-2'), 'SIGKILL');
  await run.says('engine-2 ended (SIGKILL); it is started again in 0.5 s.');
  await run.says('engine-2 runs again.');
  await areAlive(ENGINES);
  await expectWhole({ api, database }, cloud, id, RESOURCES);

  await api.delete(id);
  await expectGone({ api, database }, cloud, id);
  const hello = await api.request<{ stacks: ShownStack[] }>('GET', '/v2/stacks?name=hello');
  await api.delete(hello.body.stacks[0]!.id);
  expect(await api.settled(hello.body.stacks[0]!.id)).toBeUndefined();
  run.process.kill('SIGINT');
  expect(await run.ends()).toBe(0);
});

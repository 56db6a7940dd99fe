import type { DataSource } from 'typeorm';
import { createDataSource } from '#entities';
import { createTestDatabase } from '../../test/support/database';
import type { TestDatabase } from '../../test/support/database';
import { until } from '../../test/support/until';
import { SeverableProxy } from '../../test/support/severable-proxy';
import { Heartbeat } from './heartbeat';

jest.setTimeout(60_000);

const INTERVAL_MS = 50;
const GAP_MS = 3 * INTERVAL_MS;
const LONG_MS = 600_000;

let server: TestDatabase;
let proxy: SeverableProxy;
let database: DataSource;
/** The heartbeat's own, behind the proxy. */
let its: DataSource;
let heartbeat: Heartbeat;
const log = { warn: jest.fn() };

beforeAll(async () => {
  server = await createTestDatabase();
  proxy = await SeverableProxy.start(server.url);
  database = await createDataSource({ url: server.url, applicationName: 'kiln-test', poolSize: 3 }).initialize();
});

afterAll(async () => {
  await Promise.all([database.destroy(), proxy.stop()]);
  await server.drop();
});

beforeEach(async () => {
  its = await createDataSource({ url: proxy.url, applicationName: 'kiln-heartbeat', poolSize: 2 }).initialize();
});

afterEach(async () => {
  proxy.restore();
  await heartbeat.stop();
  await its.destroy();
});

function create(intervalMs: number): Heartbeat {
  heartbeat = new Heartbeat(its, { kind: 'engine', intervalMs, holds: () => ({ nodes: 7 }), log });
  return heartbeat;
}

async function rows(): Promise<{ name: string; holds: object }[]> {
  return database.query('SELECT name, holds FROM workers WHERE id = $1', [heartbeat.workerId]);
}

async function renewalWaits(): Promise<void> {
  await until('a renewal waits', async () => (await sessionsThat(`wait_event_type = 'Lock'`)) > 0);
}

/** How many of the heartbeat's sessions do so. */
async function sessionsThat(condition: string): Promise<number> {
  const text = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'kiln-heartbeat' AND ${condition}`;
  return (await database.query<unknown[]>(text)).length;
}

describe('a heartbeat', () => {
  it('has not renewed, and is not steady, before it is started', () => {
    create(LONG_MS);
    expect(heartbeat.sinceRenewalMs).toBe(Infinity);
    expect(heartbeat.steadyForMs).toBe(0);
  });

  it('counts a renewal from its beginning, and its steadiness from its end', async () => {
    create(LONG_MS);
    const holder = database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE workers');
    const starting = heartbeat.start();
    await renewalWaits();
    const released = performance.now();
    await holder.commitTransaction();
    await holder.release();
    await starting;
    const { sinceRenewalMs, steadyForMs } = heartbeat;
    expect(sinceRenewalMs).toBeGreaterThan(performance.now() - released);
    expect(steadyForMs).toBeLessThan(performance.now() - released);
  });

  it('is not steady while the database is away, and from its return on only since then', async () => {
    await create(INTERVAL_MS).start();
    await until('it is steady for longer than a gap', () => heartbeat.steadyForMs > GAP_MS);
    proxy.sever();
    await until('the gap shows', () => heartbeat.sinceRenewalMs > GAP_MS);
    expect(heartbeat.steadyForMs).toBe(0);
    const back = performance.now();
    proxy.restore();
    await until('it renews again', () => heartbeat.sinceRenewalMs < GAP_MS);
    const { steadyForMs } = heartbeat;
    expect(steadyForMs).toBeLessThan(performance.now() - back);
    await until('it is steady again', () => heartbeat.steadyForMs > GAP_MS);
  });

  it('says in its row what the process holds, and brings the row back when somebody removed it', async () => {
    await create(INTERVAL_MS).start();
    expect(await rows()).toEqual([{ name: expect.stringContaining(`:${process.pid}`) as string, holds: { nodes: 7 } }]);
    await database.query('DELETE FROM workers');
    await until('it is back', async () => (await rows()).length === 1);
  });
});

describe('a heartbeat that is stopped', () => {
  it('leaves no row behind', async () => {
    await create(INTERVAL_MS).start();
    await heartbeat.stop();
    expect(await rows()).toEqual([]);
  });

  it('leaves its row to grow stale where the process is still in a call', async () => {
    await create(INTERVAL_MS).start();
    await heartbeat.stop({ isBusy: true });
    expect(await rows()).toHaveLength(1);
  });

  it('leaves no row behind either where it is stopped in the middle of a renewal', async () => {
    await create(INTERVAL_MS).start();
    const holder = database.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock(1)');
    await database.query(`
      CREATE FUNCTION wait_for_holder() RETURNS trigger AS $$
        BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$ LANGUAGE plpgsql`);
    await database.query(
      'CREATE TRIGGER hold BEFORE INSERT ON workers FOR EACH ROW EXECUTE FUNCTION wait_for_holder()',
    );
    await renewalWaits();
    const stopped = heartbeat.stop();
    // The renewal has one connection of two; whatever the stop asks of the other one is done when this is answered.
    await its.query('SELECT 1');
    await holder.query('SELECT pg_advisory_unlock(1)');
    await holder.release();
    await stopped;
    await until('the renewal has ended', async () => (await sessionsThat(`state = 'active'`)) === 0);
    expect(await rows()).toEqual([]);
    await database.query('DROP TRIGGER hold ON workers');
  });
});

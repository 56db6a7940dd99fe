import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { itLong } from '../support/it-long';
import { Kiln } from '../support/kiln';
import type { KilnProcess } from '../support/kiln-process';
import { until } from '../support/until';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);

const LEASE_MS = 2_500;
const COUNT = 8;
/** Each is refused twice, so that its step takes longer than a lease, in calls that are shorter. */
const REFUSED = { delayMs: 900, fail: { status: 503, times: 2 } };

/** Notes each node that is taken away from its worker, and when that one was last heard of. */
const NOTE_TAKEN = `
  CREATE TABLE taken (worker_id uuid, silent_ms float8);
  CREATE FUNCTION note_taken() RETURNS trigger AS $$
    BEGIN
      INSERT INTO taken
      SELECT OLD.worker_id, (
        SELECT extract(epoch FROM clock_timestamp() - heartbeat_at) * 1000 FROM workers WHERE id = OLD.worker_id);
      RETURN NULL;
    END $$ LANGUAGE plpgsql;
  CREATE TRIGGER note_taken AFTER UPDATE ON nodes FOR EACH ROW
    WHEN (NEW.attempts > OLD.attempts) EXECUTE FUNCTION note_taken()`;

describe('an engine that is told to end while its calls run', () => {
  let kiln: Kiln;
  let cloud: RunningCloud;

  beforeEach(async () => {
    cloud = await startCloud();
    kiln = await Kiln.start({ engines: 0, env: { ...CLOUD_TYPES, KILN_LEASE_MS: String(LEASE_MS) } });
    await kiln.database.query(NOTE_TAKEN);
  });

  afterEach(async () => {
    await kiln.stop();
    await cloud.close();
  });

  function callsBegun(): number {
    return cloud.calls().filter(({ method }) => method === 'POST').length;
  }

  async function holder(): Promise<{ engine: KilnProcess; workerId: string }> {
    const rows = await kiln.database.query<{ id: string; name: string; nodes: number }[]>(
      `SELECT w.id, w.name, count(*)::int AS nodes FROM workers w
       JOIN nodes n ON n.worker_id = w.id AND n.state = 'running' GROUP BY w.id`,
    );
    expect(rows).toHaveLength(1);
    const [row] = rows;
    return { engine: kiln.engines.find(({ pid }) => row!.name.endsWith(`:${pid}`))!, workerId: row!.id };
  }

  /** From then on an engine may take others' nodes. */
  async function steady(engine: KilnProcess): Promise<void> {
    await until('it has been there for longer than a lease', async () => {
      const text = `SELECT 1 FROM workers WHERE name LIKE $1 AND started_at < now() - interval '3 seconds'`;
      return (await kiln.database.query<unknown[]>(text, [`%:${engine.pid}`])).length > 0;
    });
  }

  it('keeps what it holds until it is done and stored, leaves the rest to others, and goes without a trace', async () => {
    const engines = [await kiln.startEngine(), await kiln.startEngine()];
    for (const engine of engines) await steady(engine);
    const rows = Array.from({ length: COUNT }, (_, index) => [
      [`slow${index}`, server(cloud.url, REFUSED)],
      [`after${index}`, { ...server(cloud.url), depends_on: `slow${index}` }],
    ]).flat();
    const id = await kiln.api.create('ended', template(Object.fromEntries(rows) as Record<string, unknown>));
    await until('all are being made', () => callsBegun() >= COUNT);
    const { engine, workerId } = await holder();
    engine.signal('SIGTERM');
    expect(await engine.exited).toEqual({ code: 0, signal: null });

    const slow = (await kiln.api.resources(id)).filter(({ resource_name: name }) => name.startsWith('slow'));
    expect(slow.map(({ status }) => status)).toEqual(Array.from({ length: COUNT }, () => 'COMPLETE'));
    expect(await kiln.database.query('SELECT 1 FROM workers WHERE id = $1', [workerId])).toEqual([]);
    await expectWhole(kiln, cloud, id, 2 * COUNT);
    expect(await kiln.database.query('SELECT * FROM taken')).toEqual([]);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  itLong('goes in time also where they take too long, and others take its nodes when its lease has ended', async () => {
    cloud.behave({ delay_ms: 6_500 });
    // With a lease so long, a call may take longer than an engine has to end.
    const engine = await kiln.startEngine({ KILN_LEASE_MS: '14000' });
    const id = await kiln.api.create('ended-late', template({ late: server(cloud.url) }));
    await until('it is being made', () => callsBegun() === 1);
    const { workerId } = await holder();
    cloud.behave({});
    await kiln.startEngine();
    engine.signal('SIGTERM');
    expect(await engine.exited).toEqual({ code: 0, signal: null });
    await expectWhole(kiln, cloud, id, 1);
    const taken = await kiln.database.query<{ worker_id: string; silent_ms: number }[]>('SELECT * FROM taken');
    expect(taken.map(({ worker_id: id }) => id)).toEqual([workerId]);
    expect(taken[0]!.silent_ms).toBeGreaterThan(LEASE_MS);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });
});

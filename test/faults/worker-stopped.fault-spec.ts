import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { Kiln } from '../support/kiln';
import type { KilnProcess } from '../support/kiln-process';
import { until } from '../support/until';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);

describe('a worker that is stopped past its lease and wakes up', () => {
  let kiln: Kiln;
  let cloud: RunningCloud;

  beforeAll(async () => {
    kiln = await Kiln.start({ engines: 0, env: CLOUD_TYPES });
  });

  afterAll(async () => {
    await kiln.stop();
  });

  beforeEach(async () => {
    cloud = await startCloud();
  });

  afterEach(async () => {
    for (const engine of kiln.engines.splice(0)) await engine.kill();
    await cloud.close();
  });

  async function startEngine(env: Record<string, string> = {}): Promise<KilnProcess> {
    return (await kiln.startEngine(env)).ready();
  }

  /** All that a worker could have changed of a stack. */
  async function stateOf(id: string): Promise<object[][]> {
    const root = 'SELECT sequence FROM roots WHERE id = $1';
    const rows = 'SELECT id, status, physical_id, updated_at FROM resources WHERE stack_id = $1 ORDER BY id';
    return [await kiln.database.query<object[]>(root, [id]), await kiln.database.query<object[]>(rows, [id])];
  }

  /** It has tried to commit what it held once it renewed its heartbeat, and dropped it all. */
  async function holdsNothing(engine: KilnProcess): Promise<void> {
    await until('it holds nothing any more', async () => {
      const workers = await kiln.database.query<{ holds: { nodes: number } }[]>(
        `SELECT holds FROM workers WHERE kind = 'engine' AND name LIKE $1 AND heartbeat_at > now() - interval '1 second'`,
        [`%:${engine.pid}`],
      );
      return workers.length === 1 && workers[0]!.holds.nodes === 0;
    });
  }

  /** Another engine has ended the stack; the stopped one changes nothing of it when it is woken. */
  async function wakeInVain(stopped: KilnProcess, id: string, count: number): Promise<void> {
    const before = await stateOf(id);
    stopped.signal('SIGCONT');
    await holdsNothing(stopped);
    expect(await stateOf(id)).toEqual(before);
    await expectWhole(kiln, cloud, id, count);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  it('changes nothing by what it commits after another took its nodes over', async () => {
    const stopped = await startEngine();
    const id = await kiln.api.create('stopped', serverRows(cloud.url, 20, { delayMs: 300, width: 20 }));
    await until('all are being made', () => cloud.calls().filter(({ method }) => method === 'POST').length === 20);
    stopped.signal('SIGSTOP');
    await startEngine();
    await expectWhole(kiln, cloud, id, 20);
    await wakeInVain(stopped, id, 20);
  });

  it('holds up no other by a transaction in which it was stopped, and is an engine as before when it wakes', async () => {
    // In its second commit, when some are made, some are being made, and the last row waits.
    const stopped = await startEngine({ KILN_FAILPOINTS: 'inside-commit:2:stop' });
    const id = await kiln.api.create('stopped-inside', serverRows(cloud.url, 60, { delayMs: 50, width: 20 }));
    await until('it is stopped', () => stopped.isStopped);
    const other = await startEngine();
    await expectWhole(kiln, cloud, id, 60);
    await wakeInVain(stopped, id, 60);

    await other.kill();
    const later = await kiln.api.create('woken', serverRows(cloud.url, 20));
    await expectWhole(kiln, cloud, later, 20);
  });
});

import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { Kiln } from '../support/kiln';
import { until } from '../support/until';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);

describe('a worker that is stopped past its lease and wakes up', () => {
  let kiln: Kiln;
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startCloud();
    kiln = await Kiln.start({ engines: 1, env: CLOUD_TYPES });
  });

  afterAll(async () => {
    await kiln.stop();
    await cloud.close();
  });

  it('changes nothing by what it commits after another took its nodes over', async () => {
    const id = await kiln.api.create('stopped', serverRows(cloud.url, 20, { delayMs: 300, width: 20 }));
    await until('all are being made', () => cloud.calls().filter(({ method }) => method === 'POST').length === 20);
    const stopped = kiln.engines[0]!;
    stopped.signal('SIGSTOP');
    const other = await kiln.startEngine();
    await other.ready();
    await expectWhole(kiln, cloud, id, 20);
    const tokens = await kiln.database.query<{ sequence: number }[]>('SELECT sequence FROM roots WHERE id = $1', [id]);
    const rows = 'SELECT id, status, physical_id, updated_at FROM resources WHERE stack_id = $1 ORDER BY id';
    const before = await kiln.database.query<object[]>(rows, [id]);

    stopped.signal('SIGCONT');
    // It has tried to commit what it held once it renewed its heartbeat, and dropped it all.
    await until('it holds nothing any more', async () => {
      const workers = await kiln.database.query<{ holds: { nodes: number } }[]>(
        `SELECT holds FROM workers WHERE kind = 'engine' AND name LIKE $1 AND heartbeat_at > now() - interval '1 second'`,
        [`%:${stopped.pid}`],
      );
      return workers.length === 1 && workers[0]!.holds.nodes === 0;
    });
    expect(await kiln.database.query<object[]>(rows, [id])).toEqual(before);
    expect(await kiln.database.query<object[]>('SELECT sequence FROM roots WHERE id = $1', [id])).toEqual(tokens);
    await expectWhole(kiln, cloud, id, 20);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });
});

import { connect } from 'amqplib';
import { EXCHANGES, QUEUES } from '#messaging';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold, expectGone } from '../support/whole';

jest.setTimeout(60_000);

describe('steps that are overtaken while they run', () => {
  const kiln = useKiln({ engines: 1, env: CLOUD_TYPES });
  const cloud = useFreshCloud();

  function calls(method: string): number {
    return cloud.calls().filter((call) => call.method === method).length;
  }

  it('ends a delete that comes while a rollback deletes', async () => {
    const resources = {
      slow: server(cloud.url, { delayMs: 700 }),
      bad: { ...server(cloud.url, { fail: { status: 400, times: 1 } }), depends_on: 'slow' },
    };
    const id = await kiln.api.create('rolling-back', template(resources), { disable_rollback: false });
    await until('the rollback deletes', () => calls('DELETE') > 0);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  it('ends a delete that comes while a step is about to wait', async () => {
    // Refused five times, so that the wait before the next try is long enough to be a timer.
    const busy = server(cloud.url, { delayMs: 300, fail: { status: 503, times: 6 } });
    const id = await kiln.api.create('about-to-wait', template({ busy }));
    await until('it was refused often', () => calls('POST') >= 4);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  it('counts a node once that two messages bring at the same time', async () => {
    const broker = await connect(kiln.brokerUrl);
    const channel = await broker.createChannel();
    const copies = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(copies.queue, EXCHANGES.work, QUEUES.work);
    await channel.consume(
      copies.queue,
      (message) => {
        for (let copy = 0; message && copy < 2; copy += 1) channel.sendToQueue(QUEUES.work, message.content);
      },
      { noAck: true },
    );
    const none = { type: 'OS::Heat::None' };
    const names = Array.from({ length: 600 }, (_, index) => index);
    const rows = names.map((index) => [`r${index}`, index < 300 ? none : { ...none, depends_on: `r${index - 300}` }]);
    const id = await kiln.api.create('tripled', template(Object.fromEntries(rows) as Record<string, unknown>));
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE', progress: { total: 600, done: 600 } });
    const unmade = (await kiln.api.resources(id)).filter(
      ({ action, status }) => action !== 'CREATE' || status !== 'COMPLETE',
    );
    expect(unmade).toEqual([]);
    const counters = 'SELECT ready, published, running, parked, failed, cancelled FROM operations WHERE stack_id = $1';
    expect(await kiln.database.query(counters, [id])).toEqual([
      { ready: 0, published: 0, running: 0, parked: 0, failed: 0, cancelled: 0 },
    ]);
    await expectEveryChangeTold(kiln, id);
    await broker.close();
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  it('plans again what a fault of the database kept from being planned', async () => {
    await kiln.database.query(`
      CREATE FUNCTION refuse_once() RETURNS trigger AS $$ BEGIN
        IF nextval('refusals') = 1 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40001'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql`);
    await kiln.database.query('CREATE SEQUENCE refusals');
    await kiln.database.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON nodes FOR EACH ROW EXECUTE FUNCTION refuse_once()',
    );
    const id = await kiln.api.create('refused-once', template({ a: server(cloud.url) }));
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    const [{ last_value: tries }] = await kiln.database.query<[{ last_value: number }]>(
      'SELECT last_value FROM refusals',
    );
    expect(tries).toBeGreaterThan(1);
    await kiln.database.query('DROP TRIGGER refuse ON nodes');
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  it('does not hold its root for as long as a stopped process sleeps', async () => {
    const id = await kiln.api.create('held', template({ a: server(cloud.url) }));
    await kiln.api.settled(id);
    const holder = kiln.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM roots WHERE id = $1 FOR NO KEY UPDATE', [id]);
    // It never goes on, as a process does not that is stopped here; the server ends its session.
    const answer = kiln.api.request('DELETE', `/v2/stacks/${id}`);
    expect((await answer).status).toBe(202);
    await expectGone(kiln, cloud, id);
    await holder.release().catch(() => undefined);
  });
});

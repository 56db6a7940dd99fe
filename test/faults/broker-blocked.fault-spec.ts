import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { Kiln } from '../support/kiln';
import { PrivateBroker } from '../support/private-broker';
import { until } from '../support/until';
import { expectEveryChangeTold, expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);

/** More messages of work than engines: each may get one through before it is blocked. */
const BEHIND_THE_GATE = 250;
/** More than an engine takes by itself, so that some are to be published by one that is blocked by then. */
const BEHIND_THE_SLOW = 60;
const RESOURCES = 2 + BEHIND_THE_GATE + BEHIND_THE_SLOW;

describe('a broker that takes no messages, in the middle of a create', () => {
  let broker: PrivateBroker;
  let database: TestDatabase;
  let kiln: Kiln;
  let cloud: RunningCloud;

  beforeAll(async () => {
    [broker, database, cloud] = await Promise.all([PrivateBroker.start(), createTestDatabase(), startCloud()]);
    const servers = { databaseUrl: database.url, rabbitmqUrl: broker.url };
    kiln = await Kiln.start({ engines: 2, env: CLOUD_TYPES, servers });
  });

  afterAll(async () => {
    await kiln.stop();
    await Promise.all([database.drop(), broker.stop(), cloud.close()]);
  });

  function many(name: string, count: number, above: string): Record<string, unknown> {
    const resources = Array.from({ length: count }, (_, index) => {
      return [`${name}${index}`, { ...server(cloud.url), depends_on: above }];
    });
    return Object.fromEntries(resources) as Record<string, unknown>;
  }

  /** Everything waits for the gate, which is not made as long as the cloud is out of order. */
  function behindGate(): Record<string, unknown> {
    return template({
      gate: server(cloud.url),
      slow: { ...server(cloud.url, { delayMs: 500 }), depends_on: 'gate' },
      ...many('early', BEHIND_THE_GATE, 'gate'),
      ...many('late', BEHIND_THE_SLOW, 'slow'),
    });
  }

  async function count(text: string, id: string): Promise<number> {
    return (await kiln.database.query<object[]>(text, [id])).length;
  }

  const running = `SELECT 1 FROM nodes WHERE root_id = $1 AND state = 'running'`;
  const published = `SELECT 1 FROM nodes WHERE root_id = $1 AND state = 'published'`;

  it('holds up what goes through it and nothing else, and all is made and told when it takes them again', async () => {
    cloud.behave({ fail: { status: 503, times: Infinity } });
    const waits = { type: 'OS::Heat::Delay', properties: { min_wait: 4 } };
    const timed = await kiln.api.create('timed', template({ waits }));
    const id = await kiln.api.create('blocked', behindGate());
    await until('the gate is being made', () => cloud.calls().length > 0);
    await broker.fillDisk();
    cloud.behave({});
    await until('nothing is done any more', async () => {
      return cloud.living().length > BEHIND_THE_SLOW && (await count(running, id)) === 0;
    });
    expect(await count(published, id)).toBeGreaterThan(0);
    expect(await count('SELECT 1 FROM outbox WHERE root_id = $1', id)).toBeGreaterThan(0);
    // What needs no message goes on: a timer is fired, and its step is taken by the engine that fired it.
    expect(await kiln.api.settled(timed)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    expect(await kiln.api.stack(id)).toMatchObject({ action: 'CREATE', status: 'IN_PROGRESS' });
    const later = await kiln.api.create('accepted-meanwhile', template({ only: { type: 'OS::Heat::None' } }));

    const leaving = kiln.engines.shift()!;
    leaving.signal('SIGTERM');
    expect(await leaving.exited).toEqual({ code: 0, signal: null });

    await broker.freeDisk();
    await expectWhole(kiln, cloud, id, RESOURCES);
    expect(await kiln.api.settled(later)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    await expectEveryChangeTold(kiln, later);
    await expectEveryChangeTold(kiln, timed);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });
});

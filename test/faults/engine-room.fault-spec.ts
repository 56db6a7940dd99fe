import { connect } from 'amqplib';
import type { ConsumeMessage } from 'amqplib';
import { EXCHANGES, QUEUES } from '#messaging';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { itLong } from '../support/it-long';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);
const ROOM = 7;

describe('engines that have little room', () => {
  // Leases of production's length, since a call may take no longer than half of one.
  const env = { ...CLOUD_TYPES, KILN_ENGINE_MAX_IN_FLIGHT: String(ROOM), KILN_LEASE_MS: '15000' };
  const kiln = useKiln({ engines: 2, env });
  const cloud = useFreshCloud();

  it('never hold more than they have room for, and end what is more all the same', async () => {
    const id = await kiln.api.create('crowded', serverRows(cloud.url, 150, { delayMs: 10, width: 150 }));
    let most = 0;
    await until('the stack settles', async () => {
      const held = await kiln.database.query<{ nodes: number }[]>(
        `SELECT count(*)::int AS nodes FROM nodes WHERE state = 'running' GROUP BY worker_id`,
      );
      most = Math.max(most, ...held.map(({ nodes }) => nodes));
      return (await kiln.api.stack(id))?.status !== 'IN_PROGRESS';
    });
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(ROOM);
    await expectWhole(kiln, cloud, id, 150);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  });

  itLong('are not told again and again of what only waits until they have room', async () => {
    const broker = await connect(kiln.brokerUrl);
    const channel = await broker.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, EXCHANGES.work, QUEUES.work);
    const full = await kiln.api.create('full', serverRows(cloud.url, 2 * ROOM, { delayMs: 6_000, width: 2 * ROOM }));
    await until('every engine is full', () => cloud.calls().length >= 2 * ROOM);
    const told: number[] = [];
    const tell = (message: ConsumeMessage | null): void => {
      if (message) told.push(...(JSON.parse(message.content.toString()) as { node_ids: number[] }).node_ids);
    };
    await channel.consume(queue, tell, { noAck: true });
    told.length = 0;
    const waiting = await kiln.api.create('waiting', serverRows(cloud.url, 60, { width: 60 }));
    await kiln.api.settled(full);
    const times = new Map<number, number>();
    for (const id of told) times.set(id, (times.get(id) ?? 0) + 1);
    expect(times.size).toBeGreaterThanOrEqual(60);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
    await broker.close();
    await kiln.api.delete(full);
    expect(await kiln.api.settled(full)).toBeUndefined();
    await expectWhole(kiln, cloud, waiting, 60);
    await kiln.api.delete(waiting);
    await expectGone(kiln, cloud, waiting);
  });

  it('let one stack’s single resource by while another’s thousand are made', async () => {
    const large = await kiln.api.create('large', serverRows(cloud.url, 1_000, { delayMs: 30, width: 1_000 }));
    await until('some are made', () => cloud.living().length > 20);
    const small = await kiln.api.create('small', {
      heat_template_version: '2021-04-16',
      resources: { only: { type: 'OS::Heat::None' } },
    });
    expect(await kiln.api.settled(small)).toMatchObject({ status: 'COMPLETE' });
    expect(await kiln.api.stack(large)).toMatchObject({ status: 'IN_PROGRESS' });
    await kiln.api.delete(large);
    await expectGone(kiln, cloud, large);
  });
});

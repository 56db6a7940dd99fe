import { connect } from 'amqplib';
import { EXCHANGES, QUEUES } from '#messaging';
import { serverRows } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectGone, expectWhole } from '../support/whole';

jest.setTimeout(120_000);

describe('messages that come twice, late, or not at all', () => {
  const kiln = useKiln({ engines: 2, env: CLOUD_TYPES });
  const cloud = useFreshCloud();

  it('makes nothing twice when every message is delivered twice', async () => {
    const broker = await connect(kiln.brokerUrl);
    const channel = await broker.createChannel();
    let copied = 0;
    // Whatever passes an exchange is copied into the queue behind it, past the exchange.
    for (const [exchange, queue] of [
      [EXCHANGES.commands, QUEUES.commands],
      [EXCHANGES.work, QUEUES.work],
    ] as const) {
      const copies = await channel.assertQueue('', { exclusive: true });
      await channel.bindQueue(copies.queue, exchange, queue);
      await channel.consume(
        copies.queue,
        (message) => {
          if (!message) return;
          copied += 1;
          channel.sendToQueue(queue, message.content, { persistent: true });
        },
        { noAck: true },
      );
    }
    const id = await kiln.api.create('doubled', serverRows(cloud.url, 200, { delayMs: 2, width: 200 }));
    await expectWhole(kiln, cloud, id, 200);
    expect(copied).toBeGreaterThan(1);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
    await broker.close();
  });

  it('ends a stack none of whose messages arrive', async () => {
    const broker = await connect(kiln.brokerUrl);
    const channel = await broker.createChannel();
    const unbind = async (): Promise<void> => {
      await channel.unbindQueue(QUEUES.commands, EXCHANGES.commands, QUEUES.commands);
      await channel.unbindQueue(QUEUES.work, EXCHANGES.work, QUEUES.work);
    };
    const bind = async (): Promise<void> => {
      await channel.bindQueue(QUEUES.commands, EXCHANGES.commands, QUEUES.commands);
      await channel.bindQueue(QUEUES.work, EXCHANGES.work, QUEUES.work);
    };
    await unbind();
    const id = await kiln.api.create('unheard', serverRows(cloud.url, 120, { width: 120 }));
    expect(await kiln.api.stack(id)).toMatchObject({ status: 'IN_PROGRESS' });
    await bind();
    await expectWhole(kiln, cloud, id, 120);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
    await broker.close();
  });

  it('lays what nobody can read in kiln.dead, with the reason, and goes on', async () => {
    const broker = await connect(kiln.brokerUrl);
    const channel = await broker.createConfirmChannel();
    for (const [queue, text] of [
      [QUEUES.work, 'no JSON'],
      [QUEUES.work, '{"node_ids":["1; DROP TABLE nodes"]}'],
      [QUEUES.commands, '{"operation_id":7}'],
    ] as const) {
      channel.sendToQueue(queue, Buffer.from(text));
    }
    await channel.waitForConfirms();
    const reasons: string[] = [];
    await new Promise<void>((resolve) => {
      void channel.consume(QUEUES.dead, (message) => {
        if (!message) return;
        reasons.push(
          `${String(message.properties.headers?.['x-kiln-queue'])}: ${String(message.properties.headers?.['x-kiln-reason'])}`,
        );
        channel.ack(message);
        if (reasons.length === 3) resolve();
      });
    });
    expect(reasons.sort()).toEqual([
      `${QUEUES.commands}: a command is {"operation_id": uuid, "stack_id": uuid, "request_id": text}`,
      `${QUEUES.work}: a work message is {"node_ids": [numbers]}, with 1 to 50 of them`,
      `${QUEUES.work}: the message is not JSON`,
    ]);
    const id = await kiln.api.create('after-poison', serverRows(cloud.url, 3));
    await expectWhole(kiln, cloud, id, 3);
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
    await broker.close();
  });
});

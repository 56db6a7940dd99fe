import type { ConsumeMessage } from 'amqplib';
import type { CloudEvent } from '#contracts';
import { EXCHANGES, NUDGE_QUEUE, QUEUES, logStream, nudgeQueue } from '#messaging';
import { Failpoints } from '#process';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';
import { OutboxStore } from './outbox-store';
import { PartitionDrain } from './partition-drain';

jest.setTimeout(60_000);

let ground: Notifying;

beforeEach(async () => {
  ground = await Notifying.start();
});

afterEach(async () => {
  await ground.stop();
});

/** A subscriber to everything, who writes down what comes. */
async function subscribe(): Promise<ConsumeMessage[]> {
  const channel = await ground.broker.newChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, EXCHANGES.notifications, 'p.#');
  const messages: ConsumeMessage[] = [];
  await channel.consume(queue, (message) => message && messages.push(message), { noAck: true });
  return messages;
}

const eventOf = ({ content }: ConsumeMessage): CloudEvent => JSON.parse(content.toString()) as CloudEvent;

it('tells every notification, in order, to subscribers and the log', async () => {
  const heard = await subscribe();
  const [one, two] = [await ground.addRoot(3), await ground.addRoot(3)];
  await ground.startNotifier();
  for (let n = 0; n < 5; n++) {
    await ground.tell(one, 300);
    await ground.tell(two, 100);
  }
  await ground.told();
  await until('all are heard', () => heard.length === 2_000);
  for (const [root, count] of [
    [one, 1_500],
    [two, 500],
  ] as const) {
    const events = heard.map(eventOf).filter(({ partitionkey }) => partitionkey === root);
    expect(sequencesOf(events)).toEqual(range(1, count));
    expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, count));
  }
});

it('publishes an event as it is stored, under its routing key, and never says where the log is', async () => {
  const heard = await subscribe();
  const root = await ground.addRoot();
  await ground.tell(root, 1, { status_reason: 'grün, and 字' });
  const [row] = await ground.database.query<[{ body: string; routing_key: string }]>('SELECT * FROM outbox');
  await ground.startNotifier();
  const message = await until('it is heard', () => heard[0]);
  expect(message.content.toString()).toBe(row.body);
  expect(message.fields.routingKey).toBe(row.routing_key);
  expect(message.properties).toMatchObject({
    messageId: `${root}.1`,
    contentType: 'application/cloudevents+json',
    deliveryMode: 2,
    headers: {},
  });
});

it('is woken by a nudge', async () => {
  const root = await ground.addRoot(5);
  // It would look by itself only in a minute.
  const notifier = await ground.startNotifier({ KILN_NOTIFIER_LOOK_MS: '60000' });
  await until('it owns the partition', () => notifier.partitions().includes(5));
  const channel = await ground.broker.newChannel();
  await channel.assertQueue(nudgeQueue(5), NUDGE_QUEUE);
  await until('it listens', async () => (await channel.checkQueue(nudgeQueue(5))).consumerCount === 1);
  await ground.tell(root, 1);
  channel.sendToQueue(nudgeQueue(5), Buffer.from('{}'));
  await ground.told();
});

it('finds what nobody has nudged it for', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier();
  await ground.tell(root, 1);
  await ground.told();
});

it('keeps what it could not tell while the broker was away', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier();
  await ground.tell(root, 10);
  await ground.told();
  ground.notifierProxy.sever();
  await ground.tell(root, 10);
  ground.notifierProxy.restore();
  await ground.tell(root, 10);
  await ground.told();
  expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 30));
});

it('keeps what no queue took, and tells it when the lost log has been followed by another', async () => {
  const root = await ground.addRoot(2);
  const notifier = await ground.startNotifier();
  await ground.tell(root, 5);
  await ground.told();
  const channel = await ground.broker.newChannel();
  await channel.deleteQueue(logStream(1, 2));
  await ground.tell(root, 5);
  await ground.told();
  expect(notifier.partitions()).toContain(2);
  const { events, completeFrom } = await ground.readAll(root);
  expect(sequencesOf(events)).toEqual(range(6, 10));
  expect(completeFrom).toBe(6);
  expect(await ground.count('SELECT 1 FROM log_streams WHERE partition = 2 AND epoch = 2')).toBe(1);
});

it('declares everything anew on a broker that has lost everything', async () => {
  const root = await ground.addRoot(2);
  const other = await ground.addRoot(9);
  await ground.startNotifier();
  await ground.tell(root, 5);
  await ground.told();
  ground.notifierProxy.sever();
  await ground.tell(root, 5);
  await ground.tell(other, 3);
  await loseEverything();
  ground.notifierProxy.restore();
  await ground.told();
  expect(await ground.readAll(root)).toMatchObject({ completeFrom: 6 });
  expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(6, 10));
  expect(sequencesOf((await ground.readAll(other)).events)).toEqual(range(1, 3));
});

/** As if the broker's disk was wiped while nobody was connected. */
async function loseEverything(): Promise<void> {
  const channel = await ground.broker.newChannel();
  for (let partition = 0; partition < 16; partition++) {
    await channel.deleteQueue(logStream(1, partition));
    await channel.deleteQueue(nudgeQueue(partition));
  }
  for (const queue of Object.values(QUEUES)) await channel.deleteQueue(queue);
  for (const exchange of Object.values(EXCHANGES)) await channel.deleteExchange(exchange);
  await channel.close();
}

it('lets a notification that can never be told hold up its own root only', async () => {
  const [bad, good] = [await ground.addRoot(7), await ground.addRoot(7)];
  await ground.tell(bad, 3);
  await ground.database.query('UPDATE outbox SET routing_key = $1 WHERE sequence = 2', ['x'.repeat(300)]);
  await ground.tell(good, 3);
  await ground.startNotifier();
  await until('all but two are told', async () => (await ground.count('SELECT 1 FROM outbox')) === 2);
  await ground.tell(good, 3);
  await until('all but two are told', async () => (await ground.count('SELECT 1 FROM outbox')) === 2);
  const left = await ground.database.query<unknown[]>('SELECT root_id, sequence FROM outbox ORDER BY id');
  expect(left).toEqual([
    { root_id: bad, sequence: 2 },
    { root_id: bad, sequence: 3 },
  ]);
  expect(sequencesOf((await ground.readAll(good)).events)).toEqual(range(1, 6));
});

it('lets nothing be lost or first seen out of order while two believe that they own a partition', async () => {
  const heard = await subscribe();
  const root = await ground.addRoot(4);
  await ground.startNotifier();
  // The log is there, and the partition's owner too: two more drain it all the same.
  await ground.tell(root, 1);
  await ground.told();
  const drains = [0, 1].map(() => openDrain(4));
  for (let n = 0; n < 30; n++) {
    await ground.tell(root, 100);
    drains[n % 2]?.wake();
  }
  await ground.told();
  await Promise.all(drains.map((drain) => drain.stop()));
  await until('the last is heard', () => heard.some((message) => eventOf(message).sequence === '3001'));
  const firstSights: number[] = [];
  for (const sequence of sequencesOf(heard.map(eventOf))) {
    if (sequence > (firstSights.at(-1) ?? 0)) firstSights.push(sequence);
  }
  expect(firstSights).toEqual(range(1, 3_001));
  expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 3_001));
});

function openDrain(partition: number): PartitionDrain {
  const drain = new PartitionDrain({
    partition,
    store: new OutboxStore(ground.database),
    broker: ground.broker,
    failpoints: new Failpoints(),
    ensureLog: () => Promise.resolve(),
    onBatch: () => undefined,
    onFault: (reason) => {
      throw new Error(reason);
    },
  });
  drain.start();
  return drain;
}

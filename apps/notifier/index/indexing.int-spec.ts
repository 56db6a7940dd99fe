import type { RootId } from '#contracts';
import { Broker, EXCHANGES, logKey } from '#messaging';
import { createLogger } from '#process';
import { Environment } from '#configuration';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';
import { loadConfig } from '../config';
import { EpochStore } from '../retained-log/epoch-store';
import { RetainedLog } from '../retained-log/retained-log';
import { Expiry } from './expiry';
import { IndexStore } from './index-store';
import { PartitionIndexer } from './partition-indexer';
import type { RootStretch } from './stretches';

jest.setTimeout(60_000);

let ground: Notifying;

beforeEach(async () => {
  ground = await Notifying.start();
});

afterEach(async () => {
  await ground.stop();
});

async function stretchesOf(root: RootId): Promise<Omit<RootStretch, 'rootId'>[]> {
  return ground.database.query(
    `SELECT first_offset AS "firstOffset", last_offset AS "lastOffset",
       first_sequence AS "firstSequence", last_sequence AS "lastSequence"
     FROM log_stretches WHERE root_id = $1 ORDER BY first_offset`,
    [root],
  );
}

async function indexedTo(): Promise<number> {
  const [row] = await ground.database.query<{ indexed_to: number }[]>(
    'SELECT indexed_to FROM log_streams WHERE partition = 0',
  );
  return row?.indexed_to ?? -1;
}

/** An indexer of partition 0 beside the owner's. */
function openIndexer(broker: Broker): PartitionIndexer {
  const log = createLogger('test', 'silent');
  const config = loadConfig(new Environment(ground.environment()));
  const store = new IndexStore(ground.database);
  return new PartitionIndexer({
    partition: 0,
    broker,
    retainedLog: new RetainedLog(broker, new EpochStore(ground.database), config, log),
    store,
    expiry: new Expiry(broker, store),
    expiryMs: 100,
    onIndexed: () => undefined,
    onFault: () => undefined,
  });
}

it('stores where events lie, in few rows', async () => {
  const [one, two] = [await ground.addRoot(), await ground.addRoot()];
  await ground.startNotifier();
  await ground.tellInTurn([
    [one, 10],
    [two, 10],
    [one, 10],
    [two, 100],
    [one, 10],
  ]);
  await ground.indexed(one);
  await ground.indexed(two);
  expect(await stretchesOf(one)).toEqual([
    { firstOffset: 0, lastOffset: 29, firstSequence: 1, lastSequence: 20 },
    { firstOffset: 130, lastOffset: 139, firstSequence: 21, lastSequence: 30 },
  ]);
  expect(await stretchesOf(two)).toEqual([{ firstOffset: 10, lastOffset: 129, firstSequence: 1, lastSequence: 110 }]);
});

it('goes on where the one before it ended, and makes its last stretch longer', async () => {
  const root = await ground.addRoot();
  for (const last of [10, 20, 30]) {
    await ground.startNotifier();
    await ground.tell(root, 10);
    await ground.indexed(root);
    await ground.stopNotifiers();
    expect(await stretchesOf(root)).toEqual([
      { firstOffset: 0, lastOffset: last - 1, firstSequence: 1, lastSequence: last },
    ]);
  }
});

it('indexes what was told while nobody indexed', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier();
  await ground.tell(root, 10);
  await ground.indexed(root);
  const before = await indexedTo();
  await ground.stopNotifiers();
  const channel = await ground.broker.newConfirmChannel();
  for (const sequence of range(11, 15)) {
    const options = { messageId: `${root}.${sequence}`, BCC: [logKey(0)] };
    channel.publish(EXCHANGES.notifications, 'p.event', Buffer.from('{}'), options);
  }
  await channel.waitForConfirms();
  await ground.database.query('UPDATE roots SET sequence = 15 WHERE id = $1', [root]);
  await ground.startNotifier();
  await ground.indexed(root);
  expect(await indexedTo()).toBe(before + 5);
});

it('is not disturbed by repeats, nor by messages that are no events', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier();
  await ground.tell(root, 5);
  await ground.told();
  const channel = await ground.broker.newConfirmChannel();
  for (const messageId of [`${root}.2`, undefined, 'end.1', `${root}.5`, `${root}.x`]) {
    const options = { BCC: [logKey(0)], ...(messageId === undefined ? {} : { messageId }) };
    channel.publish(EXCHANGES.notifications, 'p.other', Buffer.from('no JSON'), options);
  }
  await channel.waitForConfirms();
  await ground.tell(root, 5);
  await ground.indexed(root);
  expect(await stretchesOf(root)).toEqual([{ firstOffset: 0, lastOffset: 14, firstSequence: 1, lastSequence: 10 }]);
  expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 10));
});

it('stores the same stretches when several index one log at a time', async () => {
  const roots = await Promise.all(range(1, 5).map(() => ground.addRoot()));
  await ground.startNotifier();
  const brokers = range(1, 2).map(
    (n) => new Broker({ url: ground.readerProxy.url, name: `indexer ${n}`, log: createLogger('test', 'silent') }),
  );
  const indexers = brokers.map(openIndexer);
  indexers.forEach((indexer) => indexer.start());
  for (let n = 0; n < 20; n++) {
    await ground.tellInTurn(roots.map((root) => [root, 20]));
    await ground.told();
  }
  for (const root of roots) await ground.indexed(root);
  await Promise.all(indexers.map((indexer) => indexer.stop()));
  await Promise.all(brokers.map((broker) => broker.close()));
  for (const root of roots) {
    const stretches = await stretchesOf(root);
    for (const [index, { firstOffset, firstSequence }] of stretches.entries()) {
      expect(firstSequence).toBe((stretches[index - 1]?.lastSequence ?? 0) + 1);
      expect(firstOffset).toBeGreaterThan(stretches[index - 1]?.lastOffset ?? -1);
    }
    expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 400));
  }
});

it('forgets the lost log when the next begins', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier();
  await ground.tell(root, 5);
  await ground.indexed(root);
  const channel = await ground.broker.newChannel();
  await channel.deleteQueue('kiln.notifications.log.1.0');
  // Nothing is told meanwhile: the indexer notices by itself.
  await until('the next epoch', () => ground.count('SELECT 1 FROM log_streams WHERE partition = 0 AND epoch = 2'));
  expect(await stretchesOf(root)).toEqual([]);
  await ground.tell(root, 5);
  await ground.indexed(root);
  expect(await stretchesOf(root)).toEqual([{ firstOffset: 0, lastOffset: 4, firstSequence: 6, lastSequence: 10 }]);
});

it('cuts off what retention has dropped, in the middle of a stretch too', async () => {
  const root = await ground.addRoot();
  await ground.startNotifier({ KILN_LOG_MAX_BYTES: '40000', KILN_LOG_SEGMENT_BYTES: '10000' });
  for (let n = 0; n < 40; n++) {
    await ground.tell(root, 5);
    await ground.told();
  }
  await ground.indexed(root);
  const { events, completeFrom } = await ground.readAll(root);
  await until('the index is cut off', async () => (await stretchesOf(root))[0]?.firstSequence === completeFrom);
  expect(sequencesOf(events)).toEqual(range(completeFrom, 200));
  // It goes on with the stretch that was cut.
  await ground.tell(root, 5);
  await ground.indexed(root);
  const stretches = await stretchesOf(root);
  expect(stretches).toHaveLength(1);
  expect(stretches[0]?.lastSequence).toBe(205);
});

import { PARTITIONS } from '#messaging';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';
import type { Notifier } from '../notifier';
import { PartitionLocks } from './partition-locks';

jest.setTimeout(60_000);

const ALL = range(0, PARTITIONS - 1);
let ground: Notifying;

beforeEach(async () => {
  ground = await Notifying.start();
});

afterEach(async () => {
  await ground.stop();
});

function owned(...notifiers: Notifier[]): number[] {
  return notifiers.flatMap((notifier) => notifier.partitions()).sort((a, b) => a - b);
}

/** Every partition has one owner, and no owner has two more than another. */
async function sharedOut(...notifiers: Notifier[]): Promise<void> {
  await until('the partitions are shared out evenly', () => {
    const counts = notifiers.map((notifier) => notifier.partitions().length);
    return owned(...notifiers).join() === ALL.join() && Math.max(...counts) - Math.min(...counts) <= 1;
  });
}

/** Holds a partition's lock as a notifier does that is not there any more. */
async function lockAsStranger(partition: number): Promise<{ isLost: () => boolean; locks: PartitionLocks }> {
  let lost = false;
  const locks = new PartitionLocks({
    databaseUrl: ground.environment()['DATABASE_URL']!,
    workerId: '00000000-0000-4000-8000-000000000000',
    leaseMs: 1_000,
    onLost: () => (lost = true),
  });
  await locks.connect();
  await locks.tryLock(partition);
  return { isLost: () => lost, locks };
}

it('gives one notifier everything, and shares evenly as others come and go', async () => {
  const one = await ground.startNotifier();
  await sharedOut(one);
  const two = await ground.startNotifier();
  await sharedOut(one, two);
  const three = await ground.startNotifier();
  await sharedOut(one, two, three);
  await ground.stopNotifier(one);
  expect(one.partitions()).toEqual([]);
  await sharedOut(two, three);
  await ground.stopNotifier(two);
  await sharedOut(three);
});

it('loses no notification while partitions change hands', async () => {
  const roots = await Promise.all(ALL.map((partition) => ground.addRoot(partition)));
  const one = await ground.startNotifier();
  const tellAll = async (): Promise<void> => {
    for (const root of roots) await ground.tell(root, 20);
  };
  await tellAll();
  const two = await ground.startNotifier();
  await tellAll();
  await sharedOut(one, two);
  await tellAll();
  await ground.stopNotifier(one);
  await tellAll();
  await ground.told();
  for (const root of roots) expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 80));
});

it('takes everything again after its lock connection was ended', async () => {
  const root = await ground.addRoot(3);
  const notifier = await ground.startNotifier();
  await sharedOut(notifier);
  await ground.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'kiln-notifier-locks %'`,
  );
  await until('the loss is noticed', () => owned(notifier).length === 0);
  await sharedOut(notifier);
  await ground.tell(root, 3);
  await ground.told();
});

it('ends the session of a notifier that is stale, and takes what it held', async () => {
  const stranger = await lockAsStranger(11);
  const notifier = await ground.startNotifier();
  await until('all but one are taken', () => owned(notifier).length === PARTITIONS - 1);
  await sharedOut(notifier);
  expect(stranger.isLost()).toBe(true);
});

it('leaves the session of a notifier alone whose heartbeat is fresh', async () => {
  const stranger = await lockAsStranger(11);
  await ground.database.query(
    `INSERT INTO workers (id, kind, name, heartbeat_at)
     VALUES ('00000000-0000-4000-8000-000000000000', 'notifier', 'stranger', now() + interval '1 hour')`,
  );
  await ground.startNotifier();
  const locks = new PartitionLocks({
    databaseUrl: ground.environment()['DATABASE_URL']!,
    workerId: '11111111-0000-4000-8000-000000000000',
    leaseMs: 1_000,
    onLost: () => undefined,
  });
  await locks.connect();
  expect(await locks.endStale()).toEqual([]);
  expect(await locks.tryLock(11)).toBe(false);
  await locks.close();
  expect(stranger.isLost()).toBe(false);
  await stranger.locks.close();
});

it('ends a session of its own that a cut in the network left behind', async () => {
  const stranger = await lockAsStranger(11);
  const again = await lockAsStranger(11);
  await until('the old session is ended', () => stranger.isLost());
  expect(await again.locks.tryLock(11)).toBe(true);
  await again.locks.close();
});

it('says what it holds to those who look for workers', async () => {
  await ground.startNotifier();
  await until('the row tells', async () => {
    const [row] = await ground.database.query<{ kind: string; holds: { partitions: number[] } }[]>(
      'SELECT kind, holds FROM workers',
    );
    return row?.kind === 'notifier' && row.holds.partitions.length === PARTITIONS;
  });
  await ground.stopNotifiers();
  expect(await ground.count('SELECT 1 FROM workers')).toBe(0);
});

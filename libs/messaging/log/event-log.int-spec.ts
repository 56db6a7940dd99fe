import { AppError } from '#contracts';
import { itLong } from '../../../test/support/it-long';
import type { RootId } from '#contracts';
import { EXCHANGES, EventLog, logKey, logStream } from '#messaging';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

let ground: Notifying;

beforeEach(async () => {
  ground = await Notifying.start();
});

afterEach(async () => {
  await ground.stop();
});

/** Several roots in one log, each told a few at a time, so that their events are mixed. */
async function mix(roots: readonly RootId[], rounds: number, each: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await ground.tellInTurn(roots.map((root) => [root, each]));
  }
}

/** What a look at the broker answers while it is away: nothing. */
function unlessBrokerIsAway(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'broker-unavailable') return undefined;
  throw error;
}

const roots = (count: number): Promise<RootId[]> => Promise.all(range(1, count).map(() => ground.addRoot(0)));

/** Ends the notifiers, and has the index be as it is now again when `work` is done. */
async function withoutIndexing(work: () => Promise<void>): Promise<void> {
  await ground.database.query('CREATE TABLE kept_stretches AS SELECT * FROM log_stretches');
  await ground.database.query('CREATE TABLE kept_streams AS SELECT * FROM log_streams');
  await work();
  await ground.stopNotifiers();
  await ground.database.query('DELETE FROM log_stretches');
  await ground.database.query('INSERT INTO log_stretches SELECT * FROM kept_stretches');
  await ground.database.query(
    `UPDATE log_streams s SET indexed_to = coalesce((SELECT k.indexed_to FROM kept_streams k WHERE k.partition = s.partition), -1)`,
  );
}

describe('reading what is indexed', () => {
  it('answers one root’s events, each once and in order, out of a log of many', async () => {
    const all = await roots(5);
    await ground.startNotifier();
    await mix(all, 20, 7);
    for (const root of all) await ground.indexed(root);
    for (const root of all) {
      const { events, completeFrom } = await ground.readAll(root);
      expect(sequencesOf(events)).toEqual(range(1, 140));
      expect(new Set(events.map(({ partitionkey }) => partitionkey))).toEqual(new Set([root]));
      expect(completeFrom).toBe(1);
    }
  });

  it('pages, and says where to go on', async () => {
    const [root, other] = await roots(2);
    await ground.startNotifier();
    await mix([root!, other!], 25, 10);
    await ground.indexed(root!);
    const first = await ground.eventLog.read({ rootId: root!, limit: 100 });
    expect(sequencesOf(first.events)).toEqual(range(1, 100));
    expect(first.next).toBe(100);
    const last = await ground.eventLog.read({ rootId: root!, limit: 100, after: 200 });
    expect(sequencesOf(last.events)).toEqual(range(201, 250));
    expect(last.next).toBeUndefined();
    const beyond = await ground.eventLog.read({ rootId: root!, limit: 100, after: 250 });
    expect(beyond).toEqual({ events: [], completeFrom: 1, next: undefined });
  });

  it('stops at the last that is wanted', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 50);
    await ground.indexed(root!);
    const page = await ground.eventLog.read({ rootId: root!, limit: 100, after: 10, upTo: 20 });
    expect(sequencesOf(page.events)).toEqual(range(11, 20));
    expect(page.next).toBe(20);
  });

  it('goes on past what the filter leaves out', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 1_500);
    await ground.tell(root!, 1, { resource_name: 'wanted' });
    await ground.indexed(root!);
    const accept = ({ data }: { data: { resource_name?: string } }): boolean => data.resource_name === 'wanted';
    const page = await ground.eventLog.read({ rootId: root!, limit: 10, accept });
    expect(sequencesOf(page.events)).toEqual([1_501]);
    expect(page.next).toBeUndefined();
  });

  itLong('finds events that lie far from one another, in more stretches than one look answers', async () => {
    const [rare, frequent] = await roots(2);
    await ground.startNotifier();
    const turn: [RootId, number][] = [
      [rare!, 1],
      [frequent!, 70],
    ];
    for (let n = 0; n < 10; n++) await ground.tellInTurn(range(1, 21).flatMap(() => turn));
    await ground.indexed(rare!);
    expect(await ground.count('SELECT 1 FROM log_stretches WHERE root_id = $1', [rare])).toBe(210);
    const { events } = await ground.readAll(rare!);
    expect(sequencesOf(events)).toEqual(range(1, 210));
    expect(sequencesOf((await ground.readAll(frequent!)).events)).toEqual(range(1, 14_700));
  });
});

describe('reading what is not indexed yet', () => {
  it('goes on from the end of the index to the last that is published', async () => {
    const all = await roots(3);
    await ground.startNotifier();
    await mix(all, 5, 10);
    for (const root of all) await ground.indexed(root);
    await withoutIndexing(async () => {
      await mix(all, 5, 10);
      await ground.told();
    });
    for (const root of all) {
      const page = await ground.eventLog.read({ rootId: root, limit: 1_000 });
      expect(sequencesOf(page.events)).toEqual(range(1, 100));
      expect(page).toMatchObject({ completeFrom: 1, next: undefined });
    }
  });

  it('tells from where on the log is complete, although nothing is indexed and nothing wanted', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await withoutIndexing(async () => {
      await ground.tell(root!, 10);
      await ground.told();
    });
    const page = await ground.eventLog.read({ rootId: root!, limit: 10, after: 10 });
    expect(page).toEqual({ events: [], completeFrom: 1, next: undefined });
  });

  it('does not take for published what still lies in the outbox', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 10);
    await ground.told();
    await ground.stopNotifiers();
    await ground.tell(root!, 5);
    const page = await ground.eventLog.read({ rootId: root!, limit: 100 });
    expect(sequencesOf(page.events)).toEqual(range(1, 10));
    expect(page).toMatchObject({ completeFrom: 1, next: undefined });
  });

  it('applies the reader’s rule to repeats: what is not above the last seen is ignored', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 5);
    await ground.indexed(root!);
    const { events } = await ground.readAll(root!);
    const channel = await ground.broker.newConfirmChannel();
    for (const event of [events[1]!, events[2]!]) {
      const options = { messageId: event.id, BCC: [logKey(0)] };
      channel.publish(EXCHANGES.notifications, 'p.repeat', Buffer.from(JSON.stringify(event)), options);
    }
    await channel.waitForConfirms();
    await withoutIndexing(async () => {
      await ground.tell(root!, 5);
      await ground.indexed(root!);
      expect(sequencesOf((await ground.readAll(root!)).events)).toEqual(range(1, 10));
    });
    expect(sequencesOf((await ground.readAll(root!)).events)).toEqual(range(1, 10));
  });
});

describe('what the log says of itself', () => {
  it('is nothing, of a root that was never told of, or that is not there', async () => {
    await ground.startNotifier();
    const nothing = { events: [], completeFrom: 1, next: undefined };
    expect(await ground.eventLog.read({ rootId: await ground.addRoot(), limit: 10 })).toEqual(nothing);
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect(await ground.eventLog.read({ rootId: stranger, limit: 10 })).toEqual(nothing);
  });

  it('finds one event, and tells one that never was from one that is gone', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 5);
    await ground.indexed(root!);
    const found = await ground.eventLog.find(root!, 3);
    expect(found).toMatchObject({ outcome: 'found', event: { id: `${root!}.3` } });
    expect(await ground.eventLog.find(root!, 6)).toEqual({ outcome: 'unknown' });
    const channel = await ground.broker.newChannel();
    await ground.stopNotifiers();
    await channel.deleteQueue(logStream(1, 0));
    expect(await ground.eventLog.find(root!, 3)).toEqual({ outcome: 'expired' });
  });

  it('is true after a loss, whether the next epoch has begun or not', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 5);
    await ground.indexed(root!);
    await ground.stopNotifiers();
    const channel = await ground.broker.newChannel();
    await channel.deleteQueue(logStream(1, 0));
    const gone = { events: [], completeFrom: 6, next: undefined };
    expect(await ground.eventLog.read({ rootId: root!, limit: 10 })).toEqual(gone);
    await ground.startNotifier();
    await until('the next epoch', async () => {
      // While a stream is being declared, RabbitMQ 3.10 ends the connection of those who look at it.
      const page = await ground.eventLog.readItems({ rootId: root!, limit: 10 }).catch(unlessBrokerIsAway);
      if (page) expect(page).toMatchObject({ items: [], completeFrom: 6, next: undefined });
      return page?.epoch === 2;
    });
    await ground.tell(root!, 5);
    await ground.told();
    const { events, completeFrom } = await ground.readAll(root!);
    expect(sequencesOf(events)).toEqual(range(6, 10));
    expect(completeFrom).toBe(6);
  });

  it.each([
    ['as soon as the index has forgotten what the log dropped', '200', true],
    ['also while the index still remembers what the log dropped', '3600000', false],
  ])('is true after retention has dropped segments, %s', async (_, expiryMs, isForgotten) => {
    const [root, old] = await roots(2);
    await ground.startNotifier({
      KILN_LOG_MAX_BYTES: '40000',
      KILN_LOG_SEGMENT_BYTES: '10000',
      KILN_NOTIFIER_EXPIRY_MS: expiryMs,
    });
    await ground.tell(old!, 3);
    for (let n = 0; n < 40; n++) {
      await ground.tell(root!, 5);
      await ground.told();
    }
    await ground.indexed(root!);
    if (isForgotten) {
      const old1 = [old];
      await until('the old root is forgotten', async () => {
        return (await ground.count('SELECT 1 FROM log_stretches WHERE root_id = $1', old1)) === 0;
      });
    }
    const { events, completeFrom } = await ground.readAll(root!);
    expect(completeFrom).toBeGreaterThan(1);
    expect(sequencesOf(events)).toEqual(range(completeFrom, 200));
    expect(await ground.eventLog.find(root!, 1)).toEqual({ outcome: 'expired' });
    expect(await ground.eventLog.find(root!, completeFrom)).toMatchObject({ outcome: 'found' });
    const gone = { events: [], completeFrom: 4, next: undefined };
    expect(await ground.eventLog.read({ rootId: old!, limit: 10 })).toEqual(gone);
    const readLater = (): ReturnType<typeof ground.eventLog.read> =>
      ground.eventLog.read({ rootId: root!, limit: 10, after: 190 });
    expect(sequencesOf((await readLater()).events)).toEqual(range(191, 200));
    // Other roots' stretches are forgotten one sweep after the other.
    if (isForgotten) {
      await until('the index has forgotten as much of this root', async () => {
        return (await readLater()).completeFrom === completeFrom;
      });
    }
  });
});

describe('while servers are away', () => {
  it('is refused at once where the broker is not connected, and works when it is back', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 5);
    await ground.indexed(root!);
    ground.readerProxy.sever();
    await until('the loss noticed', () => !ground.broker.isConnected);
    const read = (): Promise<unknown> => ground.eventLog.read({ rootId: root!, limit: 10 });
    await expect(read()).rejects.toMatchObject({ code: 'broker-unavailable', retryable: true });
    ground.readerProxy.restore();
    await ground.broker.ready();
    await read();
  });

  it('ends in time where the broker does not answer', async () => {
    const [root] = await roots(1);
    await ground.startNotifier();
    await ground.tell(root!, 5);
    await ground.indexed(root!);
    const { broker, database } = ground;
    const impatient = new EventLog({ broker, database, timeoutMs: 200 });
    ground.readerProxy.freeze();
    const read = impatient.read({ rootId: root!, limit: 10 });
    await expect(read).rejects.toMatchObject({
      code: 'broker-unavailable',
      message: 'the log could not be read in time',
    });
    ground.readerProxy.restore();
  });

  itLong('serves many readers at once', async () => {
    const all = await roots(4);
    await ground.startNotifier();
    await mix(all, 10, 5);
    for (const root of all) await ground.indexed(root);
    const reads = range(1, 60).map((n) => ground.eventLog.read({ rootId: all[n % 4]!, limit: 100 }));
    for (const { events } of await Promise.all(reads)) expect(sequencesOf(events)).toEqual(range(1, 50));
  });
});

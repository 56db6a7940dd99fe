import { setImmediate as tick } from 'node:timers/promises';
import type { RootId } from '#contracts';
import { SlowListener, logStream } from '#messaging';
import type { FeedItem, Listener } from '#messaging';
import { countConsumers } from '../../../test/support/broker-connections';
import { itLong } from '../../../test/support/it-long';
import { Notifying, range } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const PARTITION = 6;
let ground: Notifying;
let root: RootId;

beforeEach(async () => {
  ground = await Notifying.start();
  root = await ground.addRoot(PARTITION);
});

afterEach(async () => {
  await ground.stop();
});

/** Writes down what a listener hands over: sequence numbers, and where it was reset. */
class Follower {
  readonly heard: (number | string)[] = [];
  readonly ended: Promise<unknown>;
  readonly listener: Listener;

  constructor(after: number | 'now', rootId: RootId = root) {
    this.listener = ground.liveFeed.listen({ rootId, after });
    this.ended = this.follow().then(
      () => 'closed',
      (error: unknown) => error,
    );
  }

  async has(last: number | string): Promise<void> {
    await until(`${last} is heard`, () => this.heard.at(-1) === last);
  }

  private async follow(): Promise<void> {
    for await (const item of this.listener) this.heard.push(shown(item));
  }
}

const shown = (item: FeedItem): number | string =>
  item.kind === 'event' ? Number(item.event.sequence) : `reset ${item.completeFrom}`;

/** Resolves when so many follow the partition's log; one is the indexer. */
async function followed(times: number): Promise<void> {
  const stream = logStream(1, PARTITION);
  await until(`${times} follow the log`, async () => {
    return (await countConsumers(stream, ground.readerProxy.url)) === times;
  });
}

describe('a listener', () => {
  it('gets what is retained, then what happens', async () => {
    await ground.startNotifier();
    await ground.tell(root, 100);
    await ground.told();
    const follower = new Follower(0);
    await follower.has(100);
    await ground.tell(root, 5);
    await follower.has(105);
    expect(follower.heard).toEqual(range(1, 105));
  });

  it('goes on after the last event that it has', async () => {
    await ground.startNotifier();
    await ground.tell(root, 100);
    await ground.told();
    const follower = new Follower(95);
    await follower.has(100);
    await ground.tell(root, 5);
    await follower.has(105);
    expect(follower.heard).toEqual(range(96, 105));
  });

  it('gets only what is yet to come, where it asks for that', async () => {
    await ground.startNotifier();
    await ground.tell(root, 10);
    await ground.told();
    const [follower, other] = [new Follower('now'), new Follower(0)];
    await other.has(10);
    await ground.tell(root, 2);
    await follower.has(12);
    expect(follower.heard).toEqual([11, 12]);
  });

  it('gets the text of an event as it was published', async () => {
    await ground.startNotifier();
    await ground.tell(root, 1);
    const [row] = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox');
    const listener = ground.liveFeed.listen({ rootId: root, after: 0 });
    for await (const item of listener) {
      expect(item).toMatchObject({ kind: 'event', ...(row ? { text: row.body } : {}) });
      break;
    }
  });

  it('hears nothing of other roots', async () => {
    const other = await ground.addRoot(PARTITION);
    await ground.startNotifier();
    const follower = new Follower(0);
    await ground.tellInTurn([
      [other, 10],
      [root, 3],
      [other, 10],
      [root, 3],
    ]);
    await follower.has(6);
    expect(follower.heard).toEqual(range(1, 6));
  });

  it('misses nothing and gets nothing twice, whenever it comes while events happen', async () => {
    await ground.startNotifier();
    const followers: Follower[] = [];
    for (let n = 0; n < 60; n++) {
      if (n % 3 === 0) followers.push(new Follower(0));
      await ground.tell(root, 50);
    }
    for (const follower of followers) {
      await follower.has(3_000);
      expect(follower.heard).toEqual(range(1, 3_000));
    }
  });

  it('waits where nothing was ever told in the partition', async () => {
    const follower = new Follower(0);
    await ground.startNotifier();
    await ground.tell(root, 1);
    await follower.has(1);
  });

  it('ends at once where there is no such root', async () => {
    const follower = new Follower(0, '00000000-0000-4000-8000-000000000000' as RootId);
    expect(await follower.ended).toBe('closed');
  });

  it('ends when it is closed, whatever it is waiting for', async () => {
    const waiting = new Follower(0);
    waiting.listener.close();
    expect(await waiting.ended).toBe('closed');
    await ground.startNotifier();
    await ground.tell(root, 1);
    const live = new Follower(0);
    await live.has(1);
    live.listener.close();
    expect(await live.ended).toBe('closed');
    const late = new Follower(0);
    await ground.liveFeed.close();
    expect(await late.ended).toBe('closed');
    expect(await new Follower(0).ended).toBe('closed');
  });

  it('that does not take what happens is dropped, and may go on after the last that it has', async () => {
    await ground.startNotifier();
    await ground.tell(root, 1);
    const witness = new Follower(0);
    const slow = ground.liveFeed.listen({ rootId: root, after: 0 })[Symbol.asyncIterator]();
    expect((await slow.next()).value).toMatchObject({ event: { sequence: '1' } });
    // It is live now, for it waits for the next.
    const next = slow.next();
    await witness.has(1);
    await ground.tell(root, 1);
    expect((await next).value).toMatchObject({ event: { sequence: '2' } });
    for (let n = 0; n < 15; n++) await ground.tell(root, 100);
    await witness.has(1_502);
    await expect(slow.next()).rejects.toThrow(SlowListener);
    const again = new Follower(2);
    await again.has(1_502);
    expect(again.heard).toEqual(range(3, 1_502));
    expect(witness.heard).toEqual(range(1, 1_502));
  });

  itLong('may read what is retained as slowly as it likes', async () => {
    await ground.startNotifier();
    await ground.tell(root, 100);
    await ground.told();
    const heard: unknown[] = [];
    const listener = ground.liveFeed.listen({ rootId: root, after: 0 });
    const iterator = listener[Symbol.asyncIterator]();
    heard.push(shown((await iterator.next()).value as FeedItem));
    for (let n = 0; n < 15; n++) await ground.tell(root, 100);
    const witness = new Follower(0);
    await witness.has(1_600);
    while (heard.at(-1) !== 1_600) {
      heard.push(shown((await iterator.next()).value as FeedItem));
      await tick();
    }
    expect(heard).toEqual(range(1, 1_600));
    listener.close();
  });
});

describe('the feed', () => {
  it('follows a partition once, however many listen, and not at all when nobody does', async () => {
    const others = await Promise.all(range(1, 3).map(() => ground.addRoot(PARTITION)));
    await ground.startNotifier();
    for (const one of [root, ...others]) await ground.tell(one, 1);
    await followed(1);
    const followers = [root, ...others, root, root].map((one) => new Follower(0, one));
    for (const follower of followers) await follower.has(1);
    await followed(2);
    followers.forEach(({ listener }) => listener.close());
    await followed(1);
    const again = new Follower(0);
    await again.has(1);
  });

  it('goes on after its connection was lost, with what happened meanwhile', async () => {
    await ground.startNotifier();
    await ground.tell(root, 5);
    const follower = new Follower(0);
    await follower.has(5);
    ground.readerProxy.sever();
    await ground.tell(root, 5);
    await ground.told();
    const late = new Follower(0);
    ground.readerProxy.restore();
    await follower.has(10);
    await ground.tell(root, 5);
    await follower.has(15);
    await late.has(15);
    expect(follower.heard).toEqual(range(1, 15));
    expect(late.heard).toEqual(range(1, 15));
  });

  itLong('misses nothing while the connection is lost again and again', async () => {
    await ground.startNotifier();
    const follower = new Follower(0);
    for (let n = 0; n < 30; n++) {
      await ground.tell(root, 20);
      if (n % 10 === 5) ground.readerProxy.dropConnections();
    }
    await follower.has(600);
    expect(follower.heard).toEqual(range(1, 600));
  });

  it('tells that the log was lost, and from where on it goes on', async () => {
    await ground.startNotifier();
    await ground.tell(root, 5);
    const follower = new Follower(0);
    await follower.has(5);
    const channel = await ground.broker.newChannel();
    await channel.deleteQueue(logStream(1, PARTITION));
    await follower.has('reset 6');
    await ground.tell(root, 3);
    await follower.has(8);
    expect(follower.heard).toEqual([...range(1, 5), 'reset 6', 6, 7, 8]);
  });

  it('tells a listener whose cursor has left retention', async () => {
    await ground.startNotifier();
    await ground.tell(root, 5);
    await ground.told();
    const channel = await ground.broker.newChannel();
    await channel.deleteQueue(logStream(1, PARTITION));
    await ground.tell(root, 3);
    await ground.told();
    const follower = new Follower(2);
    await follower.has(8);
    expect(follower.heard).toEqual(['reset 6', 6, 7, 8]);
  });
});

import type { RootId } from '#contracts';
import { SlowListener, logStream, placesIn } from '#messaging';
import type { FeedItem, Listener } from '#messaging';
import { countConsumers } from '../../../test/support/broker-connections';
import { randomOf, seeds } from '../../../test/support/cases';
import { Notifying, range } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const PARTITIONS = [0, 6, 15];
let ground: Notifying;
/** One in each of those partitions. */
let roots: RootId[];
let stranger: RootId;

beforeEach(async () => {
  ground = await Notifying.start();
  roots = [];
  for (const partition of PARTITIONS) roots.push(await ground.addRoot(partition));
  stranger = await ground.addRoot(6, 'q');
});

afterEach(async () => {
  await ground.stop();
});

/** What a listener handed over: of each event, its root, its sequence, and where to listen on after it. */
class Follower {
  readonly heard: { rootId: string; sequence: number; place: string }[] = [];
  readonly resets: number[] = [];
  readonly ended: Promise<unknown>;
  readonly listener: Listener;

  constructor(token?: string) {
    const after = token === undefined ? undefined : placesIn(token)!;
    this.listener = ground.liveFeed.listenToProject({ project: 'p', ...(after ? { after } : {}) });
    this.ended = this.follow().then(
      () => 'closed',
      (error: unknown) => error,
    );
  }

  sequencesOf(root: RootId): number[] {
    return this.heard.filter(({ rootId }) => rootId === root).map(({ sequence }) => sequence);
  }

  async hasAll(last: number): Promise<void> {
    await until(`${last} of each root are heard`, () => roots.every((root) => this.sequencesOf(root).at(-1) === last));
  }

  private async follow(): Promise<void> {
    for await (const item of this.listener) this.take(item);
  }

  private take(item: FeedItem): void {
    if (item.kind === 'reset') this.resets.push(this.heard.length);
    else {
      const { event, place } = item;
      this.heard.push({ rootId: event.partitionkey, sequence: Number(event.sequence), place });
    }
  }
}

/** Tells so many of each root and of a stranger, mixed. */
async function tellAll(count: number): Promise<void> {
  await ground.tellInTurn([...roots, stranger].map((root) => [root, count]));
}

/** Tells one of each, again and again, until somebody hears it: a new listener has begun then. */
async function begun(follower: Follower): Promise<void> {
  await until('the listener hears something', async () => {
    await ground.tell(roots[0]!, 1);
    return follower.heard.length > 0;
  });
}

/** Resolves when a listener that was there from the beginning has heard all that was told so far. */
async function heardAll(follower: Follower): Promise<void> {
  const text = "SELECT sum(sequence)::int AS told FROM roots WHERE project = 'p'";
  const [row] = await ground.database.query<{ told: number }[]>(text);
  await until('all is heard', () => follower.heard.length === row!.told);
}

/** Resolves when this process follows every partition. */
async function allFollowed(): Promise<void> {
  for (const partition of range(0, 15)) {
    const stream = logStream(1, partition);
    await until('the log is followed', async () => (await countConsumers(stream, ground.readerProxy.url)) === 2);
  }
}

describe('a listener to a project', () => {
  it('hears of all its stacks, of each in order, and of no other project', async () => {
    await ground.startNotifier();
    const follower = new Follower();
    for (let n = 0; n < 20; n += 1) await tellAll(5);
    await follower.hasAll(100);
    for (const root of roots) expect(follower.sequencesOf(root)).toEqual(range(1, 100));
    expect(follower.heard).toHaveLength(300);
    expect(follower.resets).toEqual([]);
  });

  it('hears what comes after it, though much has happened before', async () => {
    await ground.startNotifier();
    await tellAll(500);
    await Promise.all([...roots, stranger].map((root) => ground.indexed(root)));
    const follower = new Follower();
    await tellAll(5);
    await follower.hasAll(505);
    for (const root of roots) expect(follower.sequencesOf(root)).toEqual(range(501, 505));
  });

  it.each(seeds(1, 20))('goes on after any event that it has, missing and repeating nothing: seed %s', async (seed) => {
    const random = randomOf(seed);
    await ground.startNotifier();
    const first = new Follower();
    await begun(first);
    for (let n = 0; n < 30; n += 1) await ground.tell(roots[Math.floor(random() * roots.length)]!, 40);
    await heardAll(first);
    for (const at of range(1, 10).map(() => Math.floor(random() * first.heard.length))) {
      const again = new Follower(first.heard[at]!.place);
      const rest = first.heard.slice(at + 1);
      await until('the rest is heard', () => again.heard.length >= rest.length);
      for (const root of roots) {
        const wanted = rest.filter(({ rootId }) => rootId === root).map(({ sequence }) => sequence);
        expect(again.sequencesOf(root)).toEqual(wanted);
      }
      expect(again.resets).toEqual([]);
      again.listener.close();
    }
  });

  it('misses nothing while the connection is lost again and again', async () => {
    await ground.startNotifier();
    const follower = new Follower();
    for (let n = 0; n < 30; n += 1) {
      await tellAll(20);
      if (n % 10 === 5) ground.readerProxy.dropConnections();
    }
    await follower.hasAll(600);
    for (const root of roots) expect(follower.sequencesOf(root)).toEqual(range(1, 600));
  });

  it('misses nothing where it comes while much happens, nor where many do', async () => {
    await ground.startNotifier();
    const first = new Follower();
    await begun(first);
    const followers: Follower[] = [];
    for (let n = 0; n < 40; n += 1) {
      await tellAll(50);
      if (n % 4 === 0) followers.push(new Follower(first.heard[0]!.place));
    }
    await heardAll(first);
    for (const follower of followers) {
      await until('all is heard', () => follower.heard.length === first.heard.length - 1);
      for (const root of roots) {
        const wanted = first.heard.slice(1).filter(({ rootId }) => rootId === root);
        expect(follower.sequencesOf(root)).toEqual(wanted.map(({ sequence }) => sequence));
      }
    }
  });

  it('is told of a log that was lost, and goes on', async () => {
    await ground.startNotifier();
    const follower = new Follower();
    await tellAll(5);
    await follower.hasAll(5);
    const channel = await ground.broker.newChannel();
    await channel.deleteQueue(logStream(1, 6));
    await until('the loss is told', () => follower.resets.length > 0);
    await tellAll(3);
    await follower.hasAll(8);
    for (const root of roots) expect(follower.sequencesOf(root)).toEqual(range(1, 8));
    const late = new Follower(follower.heard[0]!.place);
    await late.hasAll(8);
    expect(late.resets).not.toEqual([]);
  });

  it('is told where retention has dropped what came after the last that it has', async () => {
    await ground.startNotifier({ KILN_LOG_MAX_BYTES: '40000', KILN_LOG_SEGMENT_BYTES: '10000' });
    const [root] = roots as [RootId];
    const first = new Follower();
    await begun(first);
    await heardAll(first);
    first.listener.close();
    for (let n = 0; n < 40; n += 1) {
      await ground.tell(root, 5);
      await ground.told();
    }
    const [row] = await ground.database.query<{ sequence: number }[]>('SELECT sequence FROM roots WHERE id = $1', [
      root,
    ]);
    const last = row!.sequence;
    const late = new Follower(first.heard.at(-1)!.place);
    await until('the last one is heard', () => late.sequencesOf(root).at(-1) === last);
    const heard = late.sequencesOf(root);
    expect(late.resets).toEqual([0]);
    expect(heard[0]).toBeGreaterThan(first.heard.length + 1);
    expect(heard).toEqual(range(heard[0]!, last));
  });

  it('that does not take what happens is dropped, and may go on after the last that it has', async () => {
    await ground.startNotifier();
    const witness = new Follower();
    await begun(witness);
    await allFollowed();
    await heardAll(witness);
    const after = placesIn(witness.heard.at(-1)!.place)!;
    const slow = ground.liveFeed.listenToProject({ project: 'p', after })[Symbol.asyncIterator]();
    // It is live once it waits: nothing is retained that it has not.
    const next = slow.next();
    await ground.tell(roots[0]!, 1);
    let { value: last } = (await next) as { value: FeedItem };
    for (let n = 0; n < 15; n += 1) await tellAll(100);
    await heardAll(witness);
    const takeAll = async (): Promise<void> => {
      for (;;) ({ value: last } = (await slow.next()) as { value: FeedItem });
    };
    await expect(takeAll()).rejects.toThrow(SlowListener);
    const again = new Follower((last as { place: string }).place);
    await until('the rest is heard', () => again.sequencesOf(roots[1]!).at(-1) === 1_500);
    expect(again.sequencesOf(roots[1]!)).toEqual(range(1, 1_500));
    expect(again.resets).toEqual([]);
  });

  it('ends when it is closed, whatever it is waiting for', async () => {
    const waiting = new Follower();
    waiting.listener.close();
    expect(await waiting.ended).toBe('closed');
    await ground.startNotifier();
    const live = new Follower();
    await begun(live);
    await ground.liveFeed.close();
    expect(await live.ended).toBe('closed');
    expect(await new Follower().ended).toBe('closed');
  });
});

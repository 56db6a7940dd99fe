import type { RootId } from '#contracts';
import { EXCHANGES, logKey } from '#messaging';
import type { Listener } from '#messaging';
import { Notifying, range } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const PARTITION = 6;
let ground: Notifying;
let root: RootId;

beforeEach(async () => {
  ground = await Notifying.start();
  root = await ground.addRoot(PARTITION);
  await ground.startNotifier();
});

afterEach(async () => {
  await ground.stop();
});

/** Writes down what a listener hears; `heard` grows. */
function follow(after: number | 'now'): { heard: (number | string)[]; listener: Listener } {
  const heard: (number | string)[] = [];
  const listener = ground.liveFeed.listen({ rootId: root, after });
  void (async () => {
    for await (const item of listener) {
      heard.push(item.kind === 'event' ? Number(item.event.sequence) : `reset ${item.completeFrom}`);
    }
  })();
  return { heard, listener };
}

async function has(heard: readonly unknown[], last: number): Promise<void> {
  await until(`${last} is heard`, () => heard.at(-1) === last);
}

/** Publishes events of the root once more, or for the first time, as a notifier does that believes it owns the partition. */
async function publish(...sequences: number[]): Promise<void> {
  const channel = await ground.broker.newConfirmChannel();
  for (const sequence of sequences) {
    const body = JSON.stringify({ id: `${root}.${sequence}`, sequence: String(sequence) });
    const options = { messageId: `${root}.${sequence}`, BCC: [logKey(PARTITION)] };
    channel.publish(EXCHANGES.notifications, 'p.repeat', Buffer.from(body), options);
  }
  await channel.waitForConfirms();
  await channel.close();
}

async function tell(count: number): Promise<void> {
  await ground.tell(root, count);
  await ground.told();
}

/** What a notifier that was cut off had confirmed, and another told again: the database knows of all of it. */
async function raiseSequenceTo(sequence: number): Promise<void> {
  await ground.database.query('UPDATE roots SET sequence = $2 WHERE id = $1', [root, sequence]);
}

describe('what a live listener hears of events that the log holds', () => {
  it('twice, is each once', async () => {
    const { heard } = follow(0);
    await tell(5);
    await has(heard, 5);
    await publish(4, 5, 5, 1, 2, 3, 4, 5);
    await tell(2);
    await has(heard, 7);
    expect(heard).toEqual(range(1, 7));
  });

  it('twice, is each once also where it only comes later, or goes on after what it has', async () => {
    await tell(5);
    await publish(1, 2, 3, 5, 4);
    await tell(2);
    await publish(6, 7, 7);
    const [all, rest] = [follow(0), follow(3)];
    await has(all.heard, 7);
    await has(rest.heard, 7);
    await publish(2, 7);
    await tell(1);
    await has(all.heard, 8);
    await has(rest.heard, 8);
    expect(all.heard).toEqual(range(1, 8));
    expect(rest.heard).toEqual(range(4, 8));
  });

  it('too late, is a gap that it is told of, and nothing of what came too late', async () => {
    const { heard } = follow(0);
    await tell(5);
    await has(heard, 5);
    await raiseSequenceTo(8);
    await publish(6, 8, 7);
    await tell(1);
    await has(heard, 9);
    expect(heard).toEqual([...range(1, 6), 'reset 8', 8, 9]);
  });
});

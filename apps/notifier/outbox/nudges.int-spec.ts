import type { Channel } from 'amqplib';
import type { RootId } from '#contracts';
import { EXCHANGES, NUDGE_QUEUE, nudgeQueue } from '#messaging';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

const PARTITION = 5;

let ground: Notifying;
let root: RootId;
let channel: Channel;
/** What a subscriber hears, by sequence number. */
let heard: number[];

// It would look by itself only in a minute, so that whatever is told, a nudge was heard for.
beforeEach(async () => {
  ground = await Notifying.start();
  root = await ground.addRoot(PARTITION);
  channel = await ground.broker.newChannel();
  heard = [];
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, EXCHANGES.notifications, 'p.#');
  const hear = (id: unknown): void => void heard.push(Number(String(id).split('.')[1]));
  await channel.consume(queue, (message) => hear(message?.properties.messageId), { noAck: true });
});

afterEach(async () => {
  await ground.stop();
});

async function startNotifier(): Promise<void> {
  await ground.startNotifier({ KILN_NOTIFIER_LOOK_MS: '60000' });
  await until('it listens', async () => (await inQueue()).consumerCount === 1);
}

async function inQueue(): Promise<{ consumerCount: number; messageCount: number }> {
  return channel.assertQueue(nudgeQueue(PARTITION), NUDGE_QUEUE);
}

function nudge(): void {
  channel.sendToQueue(nudgeQueue(PARTITION), Buffer.from('{}'));
}

describe('a nudge', () => {
  it('that comes more than once, has everything told once', async () => {
    await startNotifier();
    await ground.tell(root, 1_200);
    for (let copy = 0; copy < 50; copy += 1) nudge();
    await ground.told();
    await until('all is heard', () => heard.length >= 1_200);
    expect(heard).toEqual(range(1, 1_200));
    expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 1_200));
  });

  it('that comes late, when all is told, or early, before there is anything to tell, does no harm', async () => {
    await startNotifier();
    nudge();
    await until('it is heard', async () => (await inQueue()).messageCount === 0);
    await ground.tell(root, 3);
    nudge();
    await ground.told();
    nudge();
    nudge();
    await ground.tell(root, 3);
    nudge();
    await ground.told();
    await until('all is heard', () => heard.length >= 6);
    expect(heard).toEqual(range(1, 6));
  });

  it('that comes while others’ are told, is not forgotten', async () => {
    await startNotifier();
    for (let n = 0; n < 300; n += 1) {
      await ground.tell(root, 1);
      nudge();
    }
    await ground.told();
    await until('all is heard', () => heard.length >= 300);
    expect(heard).toEqual(range(1, 300));
  });

  it('that says nothing anybody knows, is a nudge all the same', async () => {
    await startNotifier();
    await ground.tell(root, 1);
    channel.sendToQueue(nudgeQueue(PARTITION), Buffer.from('no JSON'));
    await ground.told();
  });

  it('that nobody heard, is not needed by the notifier that comes later', async () => {
    await startNotifier();
    await ground.stopNotifiers();
    await ground.tell(root, 3);
    for (const _ of range(1, 3)) nudge();
    await until('one is as good as many', async () => (await inQueue()).messageCount === 1);
    await channel.purgeQueue(nudgeQueue(PARTITION));
    // Nobody nudges this one: it looks by itself, as soon as it has the broker.
    await ground.startNotifier();
    await ground.told();
    await until('all is heard', () => heard.length >= 3);
    expect(heard).toEqual(range(1, 3));
  });
});

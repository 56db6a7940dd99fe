import type { Channel } from 'amqplib';
import { Environment } from '#configuration';
import type { RootId } from '#contracts';
import { Broker, EventLog, isMissingQueue, logStream } from '#messaging';
import { createLogger } from '#process';
import { Notifying, range, sequencesOf } from '../../../test/support/notifying';
import { createVirtualHost } from '../../../test/support/virtual-host';
import type { TestVirtualHost } from '../../../test/support/virtual-host';
import { loadConfig } from '../config';
import { EpochStore } from './epoch-store';
import { RetainedLog } from './retained-log';

jest.setTimeout(60_000);

const log = createLogger('test', 'silent');
let ground: Notifying;
let emptyHost: TestVirtualHost;
/** Of a virtual host without a log. */
let empty: Broker;
let root: RootId;

beforeEach(async () => {
  [ground, emptyHost] = await Promise.all([Notifying.start(), createVirtualHost()]);
  empty = new Broker({ url: emptyHost.url, name: 'empty', log });
  await empty.ready();
  root = await ground.addRoot();
});

afterEach(async () => {
  await empty.close();
  await ground.stop();
  await emptyHost.drop();
});

type Look = () => Promise<Channel>;

/** The log's keeper, whose first looks go where it is said, and whose later ones to the broker. */
function keeper(...looks: Look[]): RetainedLog {
  const newChannel: Look = () => (looks.shift() ?? (() => ground.broker.newChannel()))();
  const config = loadConfig(new Environment(ground.environment()));
  return new RetainedLog({ newChannel } as Broker, new EpochStore(ground.database), config, log);
}

const atNothing: Look = () => empty.newChannel();

/** What a broker answers that is about to stop, for queues that it has. */
const STOPPED = Object.assign(
  new Error(`404 (NOT-FOUND) with message "NOT_FOUND - queue 'q' in vhost '/' process is stopped by supervisor"`),
  { code: 404 },
);

const atStopped: Look = async () => {
  const channel = await ground.broker.newChannel();
  channel.checkQueue = () => Promise.reject(STOPPED);
  return channel;
};

/** Tells five things, and has the notifiers leave. */
async function tellFive(): Promise<void> {
  await ground.startNotifier();
  await ground.tell(root, 5);
  await ground.indexed(root);
  await ground.stopNotifiers();
}

describe('a log', () => {
  it('is not given up when the broker misses it once', async () => {
    await tellFive();
    expect(await keeper(atNothing).ensure(0)).toMatchObject({ epoch: 1 });
    const { events, completeFrom } = await ground.readAll(root);
    expect(sequencesOf(events)).toEqual(range(1, 5));
    expect(completeFrom).toBe(1);
  });

  it('is given up when the broker misses it twice', async () => {
    await tellFive();
    expect(await keeper(atNothing, atNothing).ensure(0)).toMatchObject({ epoch: 2, indexedTo: -1 });
    expect(await ground.readAll(root)).toEqual({ events: [], completeFrom: 6 });
    const channel = await ground.broker.newChannel();
    await channel.checkQueue(logStream(2, 0));
    const gone = await channel.checkQueue(logStream(1, 0)).catch((error: unknown) => error);
    expect(isMissingQueue(gone)).toBe(true);
  });

  it.each([
    ['at the first look', [atStopped]],
    ['at the second', [atNothing, atStopped]],
  ])('is not given up when the broker says that it is only stopped: %s', async (_, looks) => {
    await tellFive();
    const kept = keeper(...looks);
    await expect(kept.ensure(0)).rejects.toBe(STOPPED);
    expect(await kept.ensure(0)).toMatchObject({ epoch: 1 });
    expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, 5));
  });

  it('is begun once, without a second look, where there was none, however many ask for it', async () => {
    const kept = keeper();
    const begun = await Promise.all([kept.ensure(0), kept.ensure(0), kept.ensure(0)]);
    expect(begun.map(({ epoch }) => epoch)).toEqual([1, 1, 1]);
    expect(begun.map(({ isNew }) => isNew)).toEqual([true, false, false]);
  });
});

describe('a reader of a log', () => {
  it('is told that the broker is away, and not that all is gone, where the stream is only stopped', async () => {
    await tellFive();
    const newChannel: Look = async () => {
      const channel = await ground.broker.newChannel();
      // As amqplib does it: the channel tells of the error, then closes, and what was asked of it fails.
      channel.consume = async () => {
        channel.emit('error', STOPPED);
        channel.emit('close');
        return Promise.reject(STOPPED);
      };
      return channel;
    };
    const eventLog = new EventLog({ broker: { newChannel } as Broker, database: ground.database });
    const reading = eventLog.read({ rootId: root, limit: 10 });
    await expect(reading).rejects.toMatchObject({ code: 'broker-unavailable', retryable: true });
  });
});

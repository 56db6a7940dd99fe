import { until } from '../../test/support/until';
import { PrivateBroker } from '../../test/support/private-broker';
import { SeverableProxy } from '../../test/support/severable-proxy';
import { Broker, EXCHANGES, QUEUES } from './index';

jest.setTimeout(120_000);

let server: PrivateBroker;
let proxy: SeverableProxy;
let broker: Broker;

beforeAll(async () => {
  server = await PrivateBroker.start();
});

afterAll(async () => {
  await server.stop();
});

beforeEach(async () => {
  proxy = await SeverableProxy.start(server.url);
  const log = { info: jest.fn(), warn: jest.fn() };
  broker = new Broker({ url: proxy.url, name: 'blocked-int-spec', log, publishTimeoutMs: 10_000 });
  await broker.ready();
});

afterEach(async () => {
  await server.freeDisk();
  await broker.close();
  await proxy.stop();
});

const say = (n: number): Promise<void> => broker.publishJson(EXCHANGES.work, QUEUES.work, { n });

/** Only who publishes is blocked, and learns of it by a publish, which may still be taken. */
async function block(): Promise<void> {
  await server.fillDisk();
  void say(1).catch(() => undefined);
  await until('the connection is blocked', () => broker.isBlocked);
}

async function unblock(): Promise<void> {
  await server.freeDisk();
  await until('the connection is unblocked', () => !broker.isBlocked);
}

async function takeAll(): Promise<unknown[]> {
  const channel = await broker.newChannel();
  const taken: unknown[] = [];
  for (;;) {
    const message = await channel.get(QUEUES.work, { noAck: true });
    if (message === false) break;
    taken.push((JSON.parse(message.content.toString()) as { n: unknown }).n);
  }
  await channel.close();
  return taken;
}

describe('a broker whose disk is full', () => {
  it('is told nothing more: what is published is refused at once, and not kept', async () => {
    await block();
    await expect(say(2)).rejects.toMatchObject({
      code: 'broker-unavailable',
      retryable: true,
      message: 'RabbitMQ takes no messages at present',
    });
    expect(broker.isConnected).toBe(true);
    await unblock();
    await say(3);
    const taken = await takeAll();
    expect(taken).not.toContain(2);
    expect(taken).toContain(3);
  });

  it('is not asked either how many messages wait: it would not answer', async () => {
    await say(5);
    expect(await broker.countWaiting(QUEUES.work)).toBeGreaterThan(0);
    await block();
    await expect(broker.countWaiting(QUEUES.work)).rejects.toMatchObject({ code: 'broker-unavailable' });
  });

  it('does not keep a consumer from being paused, resumed and closed', async () => {
    const got: unknown[] = [];
    const consumer = broker.consume(
      QUEUES.commands,
      (message) => Promise.resolve(void got.push(message.content.toString())),
      { prefetch: 2 },
    );
    await consumer.ready();
    await block();
    await consumer.pause();
    const resumed = consumer.resume();
    await unblock();
    await resumed;
    await broker.publish(EXCHANGES.commands, QUEUES.commands, Buffer.from('after'));
    await until('it consumes again', () => got.includes('after'));
    await block();
    await consumer.close();
  });

  it('is told again by a new connection, which nobody unblocks, when it has room', async () => {
    await block();
    proxy.sever();
    await until('the loss noticed', () => !broker.isConnected);
    await server.freeDisk();
    proxy.restore();
    await broker.ready();
    await say(4);
    expect(await takeAll()).toContain(4);
  });
});

import type { Message } from 'amqplib';
import { createVirtualHost } from '../../test/support/virtual-host';
import type { TestVirtualHost } from '../../test/support/virtual-host';
import { closeConnectionsNamed } from '../../test/support/broker-connections';
import { SeverableProxy } from '../../test/support/severable-proxy';
import { until } from '../../test/support/until';
import { Broker, EXCHANGES, PoisonMessage, QUEUES } from './index';

jest.setTimeout(60_000);

const log = { info: jest.fn(), warn: jest.fn() };
let host: TestVirtualHost;
let proxy: SeverableProxy;
let broker: Broker;

beforeAll(async () => {
  host = await createVirtualHost();
  proxy = await SeverableProxy.start(host.url);
});

afterAll(async () => {
  await proxy.stop();
  await host.drop();
});

beforeEach(async () => {
  broker = new Broker({ url: proxy.url, name: 'broker-int-spec', log });
  await broker.ready();
  await purge();
});

afterEach(async () => {
  proxy.restore();
  await broker.close();
});

async function purge(): Promise<void> {
  const channel = await broker.newChannel();
  for (const queue of [QUEUES.work, QUEUES.commands, QUEUES.dead]) await channel.purgeQueue(queue);
  await channel.close();
}

async function take(queue: string): Promise<Message> {
  const channel = await broker.newChannel();
  const message = await until(`a message in ${queue}`, () => channel.get(queue, { noAck: true }));
  await channel.close();
  return message;
}

const say = (n: number): Promise<void> => broker.publishJson(EXCHANGES.work, QUEUES.work, { n });
const heard = (content: Buffer): unknown => (JSON.parse(content.toString()) as { n: unknown }).n;

describe('publishing', () => {
  it('is confirmed and arrives', async () => {
    await say(1);
    expect(heard((await take(QUEUES.work)).content)).toBe(1);
  });

  it('fails where a mandatory message finds no queue', async () => {
    const publish = broker.publish(EXCHANGES.work, 'nobody', Buffer.from('{}'), { mandatory: true });
    await expect(publish).rejects.toMatchObject({ code: 'broker-unavailable', retryable: true });
  });

  it('fails at once while the broker is away, and keeps nothing', async () => {
    proxy.sever();
    await until('the loss noticed', () => !broker.isConnected);
    await expect(say(2)).rejects.toMatchObject({ code: 'broker-unavailable' });
    await expect(broker.newChannel()).rejects.toMatchObject({ code: 'broker-unavailable' });
    proxy.restore();
    await broker.ready();
    await say(3);
    expect(heard((await take(QUEUES.work)).content)).toBe(3);
  });

  it('fails when no confirm comes in time', async () => {
    proxy.freeze();
    await expect(say(4)).rejects.toThrow('did not confirm in time');
  });

  it('fails when the connection is lost before the confirm', async () => {
    proxy.freeze();
    const publish = say(5);
    proxy.dropConnections();
    await expect(publish).rejects.toThrow('did not take the message');
  });
});

describe('the connection', () => {
  it('comes back after the broker has closed it', async () => {
    await closeConnectionsNamed('broker-int-spec', host.url);
    await until('the loss noticed', () => !broker.isConnected);
    await broker.ready();
    await say(1);
  });

  it('is made anew, once, when several channels are closed by the broker', async () => {
    const spoil = (): unknown =>
      broker.openChannel('spoilt', async (channel) => {
        if (!spoilt) await channel.checkQueue('no-such-queue');
      });
    let spoilt = false;
    log.warn.mockClear();
    spoil();
    spoil();
    await until('the loss noticed', () => !broker.isConnected);
    spoilt = true;
    await broker.ready();
    await say(1);
    const reconnects = log.warn.mock.calls.filter(([, text]) => text === 'reconnecting to the broker');
    expect(reconnects).toHaveLength(1);
  });

  it('is made anew when its topology could not be declared', async () => {
    let faults = 2;
    const declare = (): Promise<void> => (faults-- > 0 ? Promise.reject(new Error('not yet')) : Promise.resolve());
    const second = new Broker({ url: proxy.url, name: 'second', log, declare });
    await second.ready();
    expect(faults).toBe(-1);
    await second.close();
  });

  it('does not care about a throw-away channel that the broker closes', async () => {
    const channel = await broker.newChannel();
    await expect(channel.checkQueue('no-such-queue')).rejects.toThrow('NOT_FOUND');
    expect(broker.isConnected).toBe(true);
    await say(1);
  });

  it('is closed in seconds although the broker does not answer', async () => {
    const second = new Broker({ url: proxy.url, name: 'second', log });
    await second.ready();
    proxy.freeze();
    await second.close();
  });

  it('is closed although the broker never came', async () => {
    proxy.sever();
    const second = new Broker({ url: proxy.url, name: 'second', log });
    await second.close();
  });
});

describe('a consumer', () => {
  const collect =
    (into: unknown[]): ((message: Message) => Promise<void>) =>
    (message) => {
      into.push(heard(message.content));
      return Promise.resolve();
    };

  it('goes on after a reconnect', async () => {
    const got: unknown[] = [];
    const consumer = broker.consume(QUEUES.work, collect(got), { prefetch: 2 });
    await consumer.ready();
    await say(1);
    await until('the first', () => got.includes(1));
    proxy.dropConnections();
    await until('the loss noticed', () => !broker.isConnected);
    await broker.ready();
    await say(2);
    await until('the second', () => got.includes(2));
    await consumer.close();
    expect(broker.isConnected).toBe(true);
  });

  it('goes on after its queue was lost, which is declared anew before', async () => {
    const got: unknown[] = [];
    const consumer = broker.consume(QUEUES.work, collect(got), { prefetch: 2 });
    await consumer.ready();
    const channel = await broker.newChannel();
    await channel.deleteQueue(QUEUES.work);
    await until('the loss noticed', () => !broker.isConnected);
    await broker.ready();
    await say(1);
    await until('the message', () => got.includes(1));
    await consumer.close();
  });

  it('takes nothing while it is paused, also when the connection is made anew meanwhile', async () => {
    const got: unknown[] = [];
    const consumer = broker.consume(QUEUES.work, collect(got), { prefetch: 2 });
    await consumer.ready();
    await consumer.pause();
    proxy.dropConnections();
    await until('the loss noticed', () => !broker.isConnected);
    await broker.ready();
    await consumer.ready();
    await say(1);
    expect(heard((await take(QUEUES.work)).content)).toBe(1);
    await say(2);
    await consumer.resume();
    await until('the message', () => got.includes(2));
    expect(got).toEqual([2]);
    await consumer.close();
  });

  it('subscribes once, however often it is paused and resumed at a time', async () => {
    const consumer = broker.consume(QUEUES.work, () => Promise.resolve(), { prefetch: 2 });
    await consumer.ready();
    await Promise.all([consumer.pause(), consumer.resume(), consumer.pause(), consumer.resume()]);
    const channel = await broker.newChannel();
    await until('one consumer', async () => (await channel.checkQueue(QUEUES.work)).consumerCount === 1);
    await Promise.all([consumer.resume(), consumer.pause()]);
    await until('no consumer', async () => (await channel.checkQueue(QUEUES.work)).consumerCount === 0);
    await channel.close();
    await consumer.close();
  });

  it('lays poison in kiln.dead, with the reason, and goes on', async () => {
    const got: unknown[] = [];
    const handler = async (message: Message): Promise<void> => {
      if (heard(message.content) === 'poison') throw new PoisonMessage('it says nothing');
      await collect(got)(message);
    };
    const consumer = broker.consume(QUEUES.work, handler, { prefetch: 1 });
    await broker.publishJson(EXCHANGES.work, QUEUES.work, { n: 'poison' });
    await say(1);
    const dead = await take(QUEUES.dead);
    expect(heard(dead.content)).toBe('poison');
    expect(dead.properties.headers).toMatchObject({
      'x-kiln-reason': 'it says nothing',
      'x-kiln-queue': QUEUES.work,
    });
    await until('the message after it', () => got.includes(1));
    await consumer.close();
  });

  it('acknowledges what its handler failed at, and tells', async () => {
    const faults: unknown[] = [];
    const consumer = broker.consume(QUEUES.work, () => Promise.reject(new Error('no')), {
      prefetch: 1,
      onFault: (error) => faults.push(error),
    });
    await say(1);
    await say(2);
    await until('two faults', () => faults.length === 2);
    await consumer.close();
    const channel = await broker.newChannel();
    expect((await channel.checkQueue(QUEUES.work)).messageCount).toBe(0);
    await channel.close();
  });

  it('whose connection is lost while a handler works survives, and the message comes again', async () => {
    const got: unknown[] = [];
    let finish = (): void => undefined;
    const handler = async (message: Message): Promise<void> => {
      got.push(heard(message.content));
      if (got.length === 1) await new Promise<void>((resolve) => (finish = resolve));
      if (got.length === 1) throw new PoisonMessage('too late to be buried');
    };
    const consumer = broker.consume(QUEUES.work, handler, { prefetch: 1 });
    await say(1);
    await until('the first delivery', () => got.length === 1);
    proxy.dropConnections();
    await until('the loss noticed', () => !broker.isConnected);
    finish();
    await until('the second delivery', () => got.length === 2);
    await consumer.close();
  });
});

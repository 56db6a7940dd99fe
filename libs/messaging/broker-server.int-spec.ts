import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import type { INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Message } from 'amqplib';
import { until } from '../../test/support/until';
import { createVirtualHost } from '../../test/support/virtual-host';
import type { TestVirtualHost } from '../../test/support/virtual-host';
import { Broker, BrokerServer, EXCHANGES, PoisonMessage, QUEUES } from './index';

jest.setTimeout(60_000);

const heard: unknown[] = [];
let finish: () => void = () => undefined;

@Controller()
class WorkController {
  @EventPattern(QUEUES.work)
  async work(@Payload() payload: { n: unknown }, @Ctx() _message: Message): Promise<void> {
    heard.push(payload.n);
    if (payload.n === 'poison') throw new PoisonMessage('its shape is unknown');
    if (payload.n === 'fault') throw new Error('the database is away');
    if (payload.n === 'slow') await new Promise<void>((resolve) => (finish = resolve));
  }
}

@Module({ controllers: [WorkController] })
class WorkModule {}

const log = { info: jest.fn(), warn: jest.fn() };
let host: TestVirtualHost;
let broker: Broker;
let server: BrokerServer;
let app: INestMicroservice;

beforeAll(async () => {
  host = await createVirtualHost();
  broker = new Broker({ url: host.url, name: 'broker-server-int-spec', log });
  await broker.ready();
  server = new BrokerServer(broker, log);
  const options = { strategy: server, logger: false as const };

  app = await NestFactory.createMicroservice(WorkModule, options);
  await app.listen();
});

afterAll(async () => {
  await app.close();
  await broker.close();
  await host.drop();
});

const say = (content: string): Promise<void> => broker.publish(EXCHANGES.work, QUEUES.work, Buffer.from(content));

async function takeDead(): Promise<Message> {
  const channel = await broker.newChannel();
  const message = await until('a dead message', () => channel.get(QUEUES.dead, { noAck: true }));
  await channel.close();
  return message;
}

it('hands a JSON message to the handler of its queue', async () => {
  await say('{"n":1}');
  await until('the handler called', () => heard.includes(1));
});

it('lays in kiln.dead what is no JSON', async () => {
  await say('{');
  expect((await takeDead()).properties.headers).toMatchObject({ 'x-kiln-reason': 'the message is not JSON' });
});

it('lays in kiln.dead what the handler calls poison, although Nest stands between', async () => {
  await say('{"n":"poison"}');
  expect((await takeDead()).properties.headers).toMatchObject({ 'x-kiln-reason': 'its shape is unknown' });
});

it('tells of a handler that failed otherwise', async () => {
  await say('{"n":"fault"}');
  const told = (): boolean =>
    log.warn.mock.calls.some(([, text]) => String(text).startsWith('a message was not handled'));
  await until('the fault told', told);
});

it('acknowledges when the handler is done and not before', async () => {
  const channel = await broker.newChannel();
  // The two messages that the prefetch allows, and one that has to wait.
  for (let n = 0; n < 3; n++) await say('{"n":"slow"}');
  await until('two at hand', () => heard.filter((n) => n === 'slow').length === 2);
  expect((await channel.checkQueue(QUEUES.work)).messageCount).toBe(1);
  finish();
  await until('the third at hand', () => heard.filter((n) => n === 'slow').length === 3);
  await channel.close();
});

it('takes nothing from a queue while it is paused', async () => {
  await server.setPaused(QUEUES.work, true);
  await say('{"n":"later"}');
  const channel = await broker.newChannel();
  await until('it lies there', async () => (await channel.checkQueue(QUEUES.work)).messageCount > 0);
  await channel.close();
  expect(heard).not.toContain('later');
  await server.setPaused(QUEUES.work, false);
  finish();
  await until('it is taken', () => heard.includes('later'));
});

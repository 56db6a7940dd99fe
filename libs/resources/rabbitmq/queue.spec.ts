import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '#contracts';
import { makeStep } from '../contract/run-step';
import type { Step } from '../resource-type';
import { queue } from './queue';

interface Reply {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Record<string, string>;
}

/** A broker that answers what it is told, in turn. */
class ScriptedBroker {
  readonly requests: string[] = [];
  private readonly server: Server;

  constructor(private readonly replies: Reply[]) {
    this.server = createServer((request, response) => {
      this.requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const reply = this.replies.shift() ?? { status: 500 };
      response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body ?? null));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://kiln:s3cret@127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

describe('Kiln::RabbitMQ::Queue', () => {
  let broker: ScriptedBroker | undefined;
  afterEach(() => broker?.close());

  async function stepWith(replies: Reply[], values: Partial<Step> = {}): Promise<Step> {
    broker = new ScriptedBroker(replies);
    const rabbitmq = { managementUrl: await broker.listen(), vhost: 'v/h' };
    return makeStep({ resourceId: 'r1', providers: { rabbitmq }, properties: { name: 'orders' }, ...values });
  }

  const queueOf = (owner: string): Reply => ({ status: 200, body: { arguments: { 'kiln-resource': owner } } });

  it('says what the operator has to set', async () => {
    const step = makeStep({ properties: {} });
    await expect(queue.create(step)).rejects.toThrow('KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL');
    expect(await queue.delete(step)).toMatchObject({ outcome: 'done' });
  });

  it('declares the queue and reads the mark back', async () => {
    const step = await stepWith([{ status: 201 }, queueOf('r1')]);
    expect(await queue.create(step)).toEqual({
      outcome: 'done',
      physicalId: 'default.orders',
      attributes: { name: 'default.orders', vhost: 'v/h' },
    });
    const path = '/api/queues/v%2Fh/default.orders';
    expect(broker?.requests).toEqual([`PUT ${path}`, `GET ${path}`]);
  });

  it.each([
    ['of another resource, declared alike', { status: 204 }, queueOf('r2')],
    ['of nobody that Kiln knows', { status: 204 }, { status: 200, body: { arguments: {} } }],
    ['that is declared in another way', { status: 400, body: { reason: 'inequivalent arg' } }, queueOf('r2')],
  ])('refuses a queue %s', async (_case, declared, found) => {
    await expect(queue.create(await stepWith([declared, found]))).rejects.toThrow('exists already');
  });

  it('keeps the words of the broker where it refuses', async () => {
    const refused = { status: 400, body: { error: 'bad_request', reason: 'no such type, s3cret' } };
    await expect(queue.create(await stepWith([refused, { status: 404 }]))).rejects.toThrow(
      'RabbitMQ answered 400: bad_request: no such type, ******',
    );
  });

  it('names the vhost that is missing', async () => {
    await expect(queue.create(await stepWith([{ status: 404 }, { status: 404 }]))).rejects.toThrow('no vhost "v/h"');
  });

  it.each<[string, Reply[], object]>([
    ['the broker is overloaded', [{ status: 429, headers: { 'retry-after': '3' } }], { retryAfterMs: 3_000 }],
    ['the broker is in trouble', [{ status: 503 }], {}],
    ['the queue is gone again', [{ status: 201 }, { status: 404 }], {}],
  ])('is worth another try where %s', async (_case, replies, expected) => {
    const failure: unknown = await queue.create(await stepWith(replies)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ResourceFailure', retryable: true, ...expected });
  });

  it('refuses a quorum queue that shall not be durable', async () => {
    const step = await stepWith([], { properties: { type: 'quorum', durable: false } });
    await expect(queue.create(step)).rejects.toThrow('always durable');
  });

  it.each<[string, Reply[], string[]]>([
    ['its own', [queueOf('r1'), { status: 204 }], ['GET', 'DELETE']],
    ['its own, which somebody else deletes meanwhile', [queueOf('r1'), { status: 404 }], ['GET', 'DELETE']],
    ['nothing where there is none', [{ status: 404 }], ['GET']],
    ['nothing of a stranger', [queueOf('r2')], ['GET']],
  ])('deletes %s', async (_case, replies, methods) => {
    const step = await stepWith(replies, { physicalId: 'default.orders' });
    expect(await queue.delete(step)).toMatchObject({ outcome: 'done', physicalId: null });
    expect(broker?.requests.map((request) => request.split(' ')[0])).toEqual(methods);
  });

  it('ends with its own reason at the deadline of the step', async () => {
    const deadline = new AbortController();
    const step = await stepWith([{ status: 201 }], { signal: deadline.signal });
    const call = queue.create(step);
    deadline.abort(new Error('past its deadline'));
    await expect(call).rejects.toThrow('past its deadline');
  });
});
